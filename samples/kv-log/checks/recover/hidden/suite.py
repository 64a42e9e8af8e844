"""Step 3 on data that the learner has not seen."""

import os
import random
import sys

sys.path.insert(0, os.environ["COURSEGEN_SHARED"])
from kvcheck import SET, Store, check, compacted, drop, finish, put, record

MARS, VENUS = put(b"mars", b"red"), put(b"venus", b"\xe2\x99\x80")


def flipped(data, offset, mask=0x10):
    return data[:offset] + bytes([data[offset] ^ mask]) + data[offset + 1:]


@check("a file may end anywhere in its last record",
       "before you read a field, be sure that the file is long enough to have it")
def cut_anywhere(me):
    store = Store(me)
    for size in range(1, len(VENUS)):
        store.write(MARS + VENUS[:size])
        store.verify(1, len(MARS), size)
    store.keys([b"mars"])
    store.absent(b"venus")


@check("no byte of a record may be wrong",
       "the checksum covers everything behind it, sizes and kind included")
def wrong_byte_anywhere(me):
    store = Store(me)
    for offset in range(len(VENUS)):
        store.write(MARS + flipped(VENUS, offset))
        store.verify(1, len(MARS), len(VENUS))
    for offset in (5, 6):
        store.write(MARS + flipped(VENUS, offset, 0x01))
        store.verify(1, len(MARS), len(VENUS))


@check("the first damaged record ends the log",
       "what stands behind a damaged record is not read, however good it looks")
def damage_in_the_middle(me):
    store = Store(me)
    records = [put(b"a", b"1"), put(b"b", b"2"), put(b"a", b"3"), put(b"c", b"4"), drop(b"b")]
    whole = b"".join(records)
    store.write(flipped(whole, len(records[0]) + len(records[1]) + 11))
    store.verify(2, 24, len(whole) - 24)
    store.keys([b"a", b"b"])
    store.gets(b"a", b"1")
    store.gets(b"b", b"2")
    store.absent(b"c")
    store.delete_absent(b"c")


@check("damage in the first record leaves an empty store",
       "an empty store is a store: it answers, and it can be written to")
def nothing_intact(me):
    store = Store(me)
    store.write(flipped(MARS, 2) + VENUS)
    store.verify(0, 0, len(MARS + VENUS))
    store.keys([])
    store.absent(b"mars")
    store.delete_absent(b"venus")
    store.set(b"earth", b"blue")
    store.holds(put(b"earth", b"blue"))


@check("a tail that never was a record is damage",
       "preallocated zeros, noise, sizes beyond all reason: none of it may surprise you")
def strange_tails(me):
    store = Store(me)
    tails = [b"\0", b"\0" * 4096, b"\xff" * 64, random.Random(3).randbytes(999),
             VENUS[:6] + b"\xff\xff\xff\xff" + VENUS[10:], VENUS[:6] + b"\xf0\xff\xff\x7f" + VENUS[10:],
             VENUS[:5] + b"\xff" + VENUS[6:]]
    for tail in tails:
        store.write(MARS + tail)
        store.verify(1, len(MARS), len(tail))
    store.keys([b"mars"])


@check("without its newest record, a key has what it had before",
       "a damaged record did not happen, whether it was a set or a delete")
def older_answers(me):
    store = Store(me)
    store.write(MARS + put(b"mars", b"brown") + flipped(put(b"mars", b"green"), 14))
    store.gets(b"mars", b"brown")
    store.write(MARS + VENUS + drop(b"mars")[:-1])
    store.gets(b"mars", b"red")
    store.keys([b"mars", b"venus"])
    store.write(MARS + drop(b"mars") + flipped(MARS, 13))
    store.absent(b"mars")


@check("set takes the place of whatever damage there is",
       "cut the file back to its intact part before you add to it")
def set_after_damage(me):
    store = Store(me)
    earth = put(b"earth", b"blue")
    for tail in (VENUS[:1], VENUS[:-1], flipped(VENUS, 0), flipped(VENUS, 12) + MARS, b"\0" * 300):
        store.write(MARS + tail)
        store.set(b"earth", b"blue")
        store.holds(MARS + earth)
    store.gets(b"earth", b"blue")
    store.gets(b"mars", b"red")
    store.verify(2, len(MARS + earth), 0)


@check("del takes the place of whatever damage there is",
       "cut the file back to its intact part before you add to it")
def del_after_damage(me):
    store = Store(me)
    store.write(MARS + VENUS + drop(b"venus")[:9])
    store.delete(b"mars")
    store.holds(MARS + VENUS + drop(b"mars"))
    store.keys([b"venus"])


@check("asking does not change a damaged file",
       "only set, del and compact may write; a repair that nobody asked for may destroy evidence")
def asking_does_not_repair(me):
    store = Store(me)
    for tail in (VENUS[:-3], flipped(VENUS, 5) + MARS):
        store.write(MARS + tail)
        store.verify(1, len(MARS), len(tail))
        store.gets(b"mars", b"red")
        store.absent(b"venus")
        store.keys([b"mars"])
        store.holds(MARS + tail)


@check("compact turns a damaged file into an intact one",
       "what counts is kept, the rest goes")
def compact_after_damage(me):
    store = Store(me)
    store.write(put(b"b", b"1") + MARS + put(b"b", b"2") + drop(b"mars") + flipped(VENUS, 15) + MARS)
    store.compact()
    store.holds(put(b"b", b"2"))
    store.verify(1, len(put(b"b", b"2")), 0)
    store.write(VENUS[:7])
    store.compact()
    store.holds(b"")


@check("a crash in compact and a torn record together lose nothing",
       "the file that compact was writing is not part of the store")
def crash_in_compact(me):
    store = Store(me)
    store.write(VENUS + MARS + VENUS[:8])
    store.write(MARS[:12], store.draft)
    store.verify(2, len(VENUS + MARS), 8)
    store.keys([b"mars", b"venus"])
    store.set(b"earth", b"blue")
    store.holds(VENUS + MARS + put(b"earth", b"blue"))
    store.compact()
    store.holds(compacted({b"earth": b"blue", b"mars": b"red", b"venus": b"\xe2\x99\x80"}))
    store.gone(store.draft)


@check("verify counts records, not keys",
       "every intact record before the first damaged one counts, deletes too")
def verify_counts(me):
    store = Store(me)
    log = 3 * MARS + drop(b"mars") + drop(b"nobody") + put(b"void", b"")
    store.write(log)
    store.verify(6, len(log), 0)
    largest = record(SET, b"k" * 255, b"\0" * 65536)
    store.write(largest + log)
    store.verify(7, len(largest + log), 0)
    store.write(b"")
    store.verify(0, 0, 0)


@check("crash after crash, the store agrees with a model",
       "write, tear, write again: after each command compare the file with FORMAT.md")
def crash_after_crash(me):
    store = Store(me)
    chance = random.Random(2038)
    log = []
    for turn in range(8):
        key, value = chance.choice([b"a", b"b", b"c"]), chance.randbytes(chance.randrange(20))
        store.set(key, value)
        log.append(put(key, value))
        store.holds(b"".join(log))
        if chance.random() < 0.6:
            torn = log.pop()
            store.write(b"".join(log) + torn[:chance.randrange(len(torn))])
    if store.data() != b"".join(log):
        store.set(b"end", b"")
        log.append(put(b"end", b""))
    store.verify(len(log), len(b"".join(log)), 0)


finish()
