#!/bin/sh
# Step 2: del, keys and compact. Run it after make, from the folder that holds kvlog.
. "$(dirname "$0")/tap.sh"

del_then_get() {
    must set pluto 'a planet'
    must set mars red
    must del pluto
    kv get pluto
    expect 1 ''
    kv get mars
    expect 0 red
}

set_after_del() {
    must set pluto 'a planet'
    must del pluto
    must set pluto 'a dwarf planet'
    kv get pluto
    expect 0 'a dwarf planet'
}

del_missing_key() {
    must set mars red
    keep_copy
    kv del vulcan
    expect 1 ''
    expect_that 'a del that finds nothing must leave the file as it was' same_as_copy
}

keys_in_order() {
    must set venus 2
    must set mars 4
    must set earth 3
    must set mars four
    kv keys
    expect 0 'earth
mars
venus
'
}

keys_without_deleted() {
    must set venus 2
    must set mars 4
    must del venus
    kv keys
    expect 0 'mars
'
}

keys_of_empty_store() {
    kv keys
    expect 0 ''
    expect_that 'keys must not create the file' [ ! -e "$store" ]
}

compact_shrinks() {
    for count in 1 2 3 4 5; do
        must set counter "$count"
    done
    expect_size 90
    must compact
    expect_size 18
}

compact_keeps_answers() {
    must set mars red
    must set earth blue
    must set mars 'rusty red'
    must compact
    kv get mars
    expect 0 'rusty red'
    kv get earth
    expect 0 blue
    kv keys
    expect 0 'earth
mars
'
}

set_after_compact() {
    must set mars red
    must compact
    must set earth blue
    kv get mars
    expect 0 red
    kv get earth
    expect 0 blue
}

check del_then_get 'a deleted key is gone, the others stay'
check set_after_del 'a deleted key can be set again'
check del_missing_key 'del of a missing key exits with status 1 and writes nothing'
check keys_in_order 'keys prints every key once, in order'
check keys_without_deleted 'keys does not print deleted keys'
check keys_of_empty_store 'an empty store has no keys'
check compact_shrinks 'compact drops old values'
check compact_keeps_answers 'compact changes no answer'
check set_after_compact 'a compacted store can be written to'
finish
