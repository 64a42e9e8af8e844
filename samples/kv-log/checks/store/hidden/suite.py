"""Step 1 on data that the learner has not seen."""

import os
import random
import sys

sys.path.insert(0, os.environ["COURSEGEN_SHARED"])
from kvcheck import Problem, Store, check, finish, put

LIMIT = 65536
EVERY_BYTE = bytes(range(256))


@check("a value may hold any byte",
       "a value is a run of bytes with a size; some functions of C stop at the first zero byte")
def binary_values(me):
    store = Store(me)
    values = {b"all": EVERY_BYTE, b"zero": b"\0", b"middle": b"ab\0cd", b"lines": b"\n\n\r\n", b"high": b"\xff\xfe\x80"}
    for key, value in values.items():
        store.set(key, value)
    for key, value in values.items():
        store.gets(key, value)
    store.holds(b"".join(put(key, value) for key, value in values.items()))


@check("an empty value is a value",
       "a key with an empty value is there; a key that was never set is not")
def empty_value(me):
    store = Store(me)
    store.set(b"void", b"")
    store.gets(b"void", b"")
    store.absent(b"voids")
    store.set(b"void", b"no longer")
    store.gets(b"void", b"no longer")
    store.expect(store.run("set", "void", ""), 0)
    store.gets(b"void", b"")
    store.holds(put(b"void", b"") + put(b"void", b"no longer") + put(b"void", b""))


@check("keys that resemble each other are different keys",
       "two keys are the same only if their sizes are equal and all their bytes are")
def similar_keys(me):
    store = Store(me)
    keys = ["key", "ke", "keys", "Key", "key ", "kéy", "кey", "-", "--help"]
    for number, key in enumerate(keys):
        store.set(key, b"value of number %d" % number)
    for number, key in enumerate(keys):
        store.gets(key, b"value of number %d" % number)
    for key in ("k", "keyss", " key"):
        store.absent(key)


@check("the largest value fits, one byte more is refused",
       "look at the limits in the brief, and at how many bytes the size of a value has in FORMAT.md")
def value_size_limit(me):
    store = Store(me)
    largest = (EVERY_BYTE * 257)[:LIMIT]
    store.set(b"large", largest)
    store.gets(b"large", largest)
    store.set_refused(b"large", largest + b"!")
    store.holds(put(b"large", largest))
    store.set(b"after", b"fine")
    store.gets(b"large", largest)


@check("keys that are not allowed are refused",
       "read in the brief which keys there may be; sizes are counted in bytes, not in letters")
def refused_keys(me):
    store = Store(me)
    longest = "é" * 127 + "e"
    store.set(longest, b"fits")
    before = store.data()
    for key in ("", "é" * 128, "two\nlines", "\n", "end\n", "x" * 511):
        store.set_refused(key, b"does not fit")
    store.holds(before)
    store.gets(longest, b"fits")
    store.absent("two\nlines")


@check("a refused set does not create a file",
       "decide whether key and value are allowed before you open anything")
def refused_without_file(me):
    store = Store(me)
    store.set_refused("", b"value")
    store.gone()
    store.set_refused("key", b"x" * (LIMIT + 1))
    store.gone()
    store.set_refused("x" * 256, b"value")
    store.gone()


@check("the file is the history of all sets",
       "each set adds exactly one record, as FORMAT.md describes it, and touches nothing before it")
def file_is_the_history(me):
    store = Store(me)
    chance = random.Random(20100428)
    history, content = b"", {}
    for turn in range(12):
        key = b"key%d" % chance.randrange(5)
        value = chance.randbytes(chance.choice([0, 1, 9, 40, 700]))
        store.set(key, value)
        history += put(key, value)
        content[key] = value
        store.holds(history)
    for key, value in content.items():
        store.gets(key, value)


@check("setting the same value again is one more record",
       "the log tells what happened, so every set is in it")
def same_value_again(me):
    store = Store(me)
    store.set(b"lamp", b"on")
    store.set(b"lamp", b"on")
    store.holds(2 * put(b"lamp", b"on"))


@check("a file that another program wrote is read",
       "FORMAT.md is a contract: any file that follows it is a store")
def foreign_file(me):
    store = Store(me)
    chance = random.Random(7)
    content, log = {}, b""
    for turn in range(2000):
        key, value = b"n%d" % chance.randrange(300), chance.randbytes(chance.randrange(60))
        content[key] = value
        log += put(key, value)
    store.write(log)
    for key in list(content)[::60]:
        store.gets(key, content[key])
    store.absent(b"n300")
    store.set(b"n300", b"new")
    store.gets(b"n300", b"new")
    store.holds(log + put(b"n300", b"new"))


@check("a value that looks like a record is only a value",
       "read the file record by record from the start; do not search it")
def value_like_a_record(me):
    store = Store(me)
    store.set(b"real", b"truth")
    store.set(b"decoy", b"\n" + put(b"real", b"lie") + put(b"ghost", b"boo"))
    store.gets(b"real", b"truth")
    store.absent(b"ghost")


@check("get reads and does not write",
       "get has no reason to open the file for writing")
def get_leaves_the_file(me):
    store = Store(me)
    log = put(b"mars", b"red")
    store.write(log)
    os.chmod(store.path, 0o444)
    before = os.stat(store.path)
    store.gets(b"mars", b"red")
    store.absent(b"venus")
    store.holds(log)
    after = os.stat(store.path)
    if (before.st_ino, before.st_mtime_ns) != (after.st_ino, after.st_mtime_ns):
        raise Problem("after get the file must be the same file, unwritten; it was written or replaced")


@check("two stores know nothing of each other",
       "everything the store knows is in its own file")
def two_stores(me):
    left, right = Store(me, "left"), Store(me, "right")
    left.set(b"side", b"left")
    right.set(b"side", b"right")
    left.set(b"only", b"here")
    left.gets(b"side", b"left")
    right.gets(b"side", b"right")
    right.absent(b"only")


finish()
