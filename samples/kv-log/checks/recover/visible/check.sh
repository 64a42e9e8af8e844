#!/bin/sh
# Step 3: damage. Run it after make, from the folder that holds kvlog.
. "$(dirname "$0")/tap.sh"

# cut BYTES: the power fails before the last BYTES bytes reached the disk.
cut() {
    [ -z "$message" ] || return 0
    expect_that 'there must be a store file that others may change' [ -w "$store" ]
    [ -n "$message" ] || {
        head -c "$(($(size "$store") - $1))" "$store" >"$tmp/cut"
        cat "$tmp/cut" >"$store"
        commands="$commands; (the last $1 bytes of the file are cut off)"
    }
}

# overwrite OFFSET TEXT: writes TEXT over the bytes of the file at OFFSET.
overwrite() {
    [ -z "$message" ] || return 0
    expect_that 'there must be a store file that others may change' [ -w "$store" ]
    [ -n "$message" ] || {
        printf %s "$2" | dd of="$store" bs=1 seek="$1" conv=notrunc 2>/dev/null
        commands="$commands; (the file gets $2 at offset $1)"
    }
}

two_planets() {
    must set mars red
    must set venus yellow
    expect_size 38
}

verify_intact() {
    two_planets
    kv verify
    expect 0 'records 2, intact bytes 38, damaged bytes 0
'
}

verify_without_file() {
    kv verify
    expect 0 'records 0, intact bytes 0, damaged bytes 0
'
}

torn_record() {
    two_planets
    cut 2
    kv get mars
    expect 0 red
    kv get venus
    expect 1 ''
}

verify_torn_record() {
    two_planets
    cut 2
    kv verify
    expect 1 'records 1, intact bytes 17, damaged bytes 19
'
}

torn_size_fields() {
    two_planets
    cut 15
    kv keys
    expect 0 'mars
'
}

damaged_value() {
    two_planets
    overwrite 37 x
    kv get mars
    expect 0 red
    kv get venus
    expect 1 ''
}

older_value_comes_back() {
    must set mars red
    must set mars green
    cut 1
    kv get mars
    expect 0 red
}

set_after_torn_record() {
    two_planets
    cut 2
    must set earth blue
    kv get earth
    expect 0 blue
    kv get mars
    expect 0 red
    kv verify
    expect 0 'records 2, intact bytes 36, damaged bytes 0
'
}

get_does_not_repair() {
    two_planets
    cut 2
    keep_copy
    kv get mars
    expect 0 red
    expect_that 'get must not change a damaged file' same_as_copy
}

check verify_intact 'verify finds nothing wrong with an intact file'
check verify_without_file 'a store without a file is intact'
check torn_record 'half a record at the end is not read, those before it are'
check verify_torn_record 'verify reports half a record at the end'
check torn_size_fields 'a file may end before the sizes of its last record do'
check damaged_value 'a value with a wrong byte is not believed'
check older_value_comes_back 'without its newest record, a key has the value before'
check set_after_torn_record 'set replaces half a record by its own'
check get_does_not_repair 'get leaves a damaged file as it is'
finish
