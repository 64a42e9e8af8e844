"""Step 2 on data that the learner has not seen."""

import os
import random
import sys

sys.path.insert(0, os.environ["COURSEGEN_SHARED"])
from kvcheck import Store, check, compacted, drop, finish, put


@check("keys are in byte order, whatever their bytes",
       "bytes are numbers from 0 to 255, and a key comes before a longer key that begins with it")
def byte_order(me):
    store = Store(me)
    keys = ["b", "a", "ab", "abc", "B", "é", "z", "~", " a", "10", "9"]
    for key in keys:
        store.set(key, b"1")
    store.keys([key.encode() for key in keys])


@check("keys that are not text are in byte order too",
       "a char of C may be negative; compare keys with memcmp or as unsigned char")
def order_of_foreign_keys(me):
    store = Store(me)
    keys = [b"\x80", b"\x7f", b"\xff\xff", b"\xff", b"\x01", b"\0", b"a\0b", b"a", b"a\xff", b"K" * 255]
    store.write(b"".join(put(key, b"v") for key in keys))
    store.keys(keys)
    store.compact()
    store.holds(compacted({key: b"v" for key in keys}))


@check("del writes one record, and none for a missing key",
       "a delete is a record of its own kind; see FORMAT.md")
def del_in_the_log(me):
    store = Store(me)
    store.set(b"pluto", b"planet")
    store.set(b"mars", b"red")
    store.delete(b"pluto")
    log = put(b"pluto", b"planet") + put(b"mars", b"red") + drop(b"pluto")
    store.holds(log)
    store.delete_absent(b"pluto")
    store.delete_absent(b"mar")
    store.delete_absent(b"marss")
    store.holds(log)
    store.set(b"pluto", b"")
    store.keys([b"mars", b"pluto"])
    store.delete(b"pluto")
    store.holds(log + put(b"pluto", b"") + drop(b"pluto"))


@check("a store without a file stays without a file",
       "a file that does not exist is an empty store, and only set creates it")
def no_file(me):
    store = Store(me)
    store.delete_absent(b"mars")
    store.gone()
    store.keys([])
    store.gone()
    store.compact()
    store.gone()
    store.gone(store.draft)


@check("deletes that another program wrote are understood",
       "a delete of a key that is not there is legal and changes nothing")
def foreign_deletes(me):
    store = Store(me)
    store.write(drop(b"m") + put(b"b", b"1") + drop(b"a") + drop(b"z") + put(b"a", b"2") + drop(b"b") + drop(b"b"))
    store.keys([b"a"])
    store.gets(b"a", b"2")
    store.absent(b"b")
    store.compact()
    store.holds(put(b"a", b"2"))


@check("nothing of a deleted key is left after compact",
       "compact writes what the store holds now; how it came to that is forgotten")
def compact_forgets_deleted(me):
    store = Store(me)
    store.set(b"keep", b"1")
    store.set(b"secret", b"hunter2")
    store.delete(b"secret")
    store.compact()
    store.holds(put(b"keep", b"1"))
    store.delete(b"keep")
    store.compact()
    store.holds(b"")
    store.keys([])
    store.set(b"again", b"2")
    store.holds(put(b"again", b"2"))


@check("stores that hold the same are the same file after compact",
       "one record for every key, in the byte order of the keys")
def same_content_same_file(me):
    one, two = Store(me, "one"), Store(me, "two")
    content = {b"beta": b"2", b"alpha": b"", b"Gamma": b"3" * 300, b"al": b"\0\n"}
    one.write(b"".join(put(key, content[key]) for key in content))
    two.write(put(b"x", b"y") + b"".join(put(key, b"old") + put(key, content[key]) for key in reversed(content)) + drop(b"x"))
    one.compact()
    two.compact()
    one.holds(compacted(content))
    two.holds(compacted(content))


@check("a second compact changes nothing",
       "what is as small as it can be stays as it is")
def compact_twice(me):
    store = Store(me)
    store.write(put(b"b", b"1") + put(b"a", b"2") + put(b"b", b"3"))
    store.compact()
    store.compact()
    store.holds(compacted({b"a": b"2", b"b": b"3"}))


@check("compact keeps every value, whatever it is",
       "think of values that are empty, large or binary")
def compact_keeps_odd_values(me):
    store = Store(me)
    content = {b"empty": b"", b"large": bytes(range(256)) * 256, b"zeros": b"\0\0\0", b"record": put(b"empty", b"lie")}
    store.write(b"".join(put(key, b"before") + put(key, content[key]) for key in content))
    store.compact()
    store.holds(compacted(content))
    for key, value in content.items():
        store.gets(key, value)
    store.keys(content)


@check("compact never writes into the file it replaces",
       "write the new log beside the old one and rename it when it is complete")
def old_file_stays_whole(me):
    store = Store(me)
    log = put(b"a", b"1") + put(b"b", b"2") + put(b"a", b"3")
    store.write(log)
    old = store.open()
    try:
        store.compact()
        kept = os.pread(old, 2 * len(log), 0)
    finally:
        os.close(old)
    store.holds(compacted({b"a": b"3", b"b": b"2"}))
    if kept != log:
        raise store.problem("the old file, held open during compact", "its bytes as they were", f"{kept!r}")


@check("what a crashed compact left behind does no harm",
       "the file beside the store belongs to nobody: start it anew, and leave none when you are done")
def leftover_of_a_crash(me):
    store = Store(me)
    log = put(b"a", b"1") + put(b"b", b"2") + drop(b"a")
    store.write(log)
    store.write(put(b"a", b"wrong") + put(b"c", b"x" * 500) + b"half a rec", store.draft)
    store.keys([b"b"])
    store.absent(b"c")
    store.set(b"d", b"4")
    store.holds(log + put(b"d", b"4"))
    store.compact()
    store.holds(compacted({b"b": b"2", b"d": b"4"}))
    store.gone(store.draft)


@check("a long log becomes a short one",
       "old values are most of a log; compact drops all of them at once")
def long_log(me):
    store = Store(me)
    chance = random.Random(41)
    content, log = {}, []
    for turn in range(4000):
        key = b"counter %d" % chance.randrange(150)
        if chance.random() < 0.2:
            content.pop(key, None)
            log.append(drop(key))
        else:
            content[key] = b"%d" % turn
            log.append(put(key, content[key]))
    store.write(b"".join(log))
    store.keys(content)
    store.compact()
    store.holds(compacted(content))
    store.keys(content)


@check("any mix of commands agrees with a model",
       "try set, del and compact in many orders, and compare the file with FORMAT.md after each")
def agrees_with_a_model(me):
    store = Store(me)
    chance = random.Random(1969)
    content, log = {}, b""
    for turn in range(24):
        key = chance.choice([b"a", b"aa", b"b", b"ba"])
        choice = chance.random()
        if choice < 0.5:
            content[key] = chance.randbytes(chance.randrange(12))
            store.set(key, content[key])
            log += put(key, content[key])
        elif choice < 0.85:
            if content.pop(key, None) is None:
                store.delete_absent(key)
            else:
                store.delete(key)
                log += drop(key)
        else:
            store.compact()
            log = compacted(content)
        if log:
            store.holds(log)
    store.keys(content)


@check("keys and get read and do not write",
       "a command that only asks has no reason to open the file for writing")
def asking_leaves_the_file(me):
    store = Store(me)
    log = put(b"b", b"1") + put(b"b", b"2") + drop(b"b") + put(b"a", b"3")
    store.write(log)
    store.keys([b"a"])
    store.gets(b"a", b"3")
    store.absent(b"b")
    store.holds(log)


finish()
