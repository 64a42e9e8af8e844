#!/bin/sh
# Step 1: set and get. Run it after make, from the folder that holds kvlog.
. "$(dirname "$0")/tap.sh"

set_then_get() {
    must set planet mars
    kv get planet
    expect 0 mars
}

keys_keep_their_own_values() {
    must set mercury 0.38
    must set venus 0.9
    must set earth 1
    kv get mercury
    expect 0 0.38
    kv get venus
    expect 0 0.9
    kv get earth
    expect 0 1
}

last_set_wins() {
    must set pluto 'a planet'
    must set mars red
    must set pluto 'a dwarf planet'
    kv get pluto
    expect 0 'a dwarf planet'
    kv get mars
    expect 0 red
}

missing_key() {
    must set mars red
    kv get vulcan
    expect 1 ''
}

missing_file() {
    kv get mars
    expect 1 ''
    expect_that 'get must not create the file' [ ! -e "$store" ]
}

value_from_stdin() {
    kv_with 'first line\nsecond line' set poem -
    expect 0 ''
    kv get poem
    expect 0 'first line
second line'
}

bytes_of_the_example() {
    must set color blue
    expect_size 19
    want='9b ee c3 cf 01 05 04 00 00 00 63 6f 6c 6f 72 62 6c 75 65'
    [ -n "$message" ] || [ "$(hex "$store")" = "$want" ] ||
        problem "after $line the file must have the bytes shown in FORMAT.md" "$want" "$(hex "$store")"
}

set_adds_at_the_end() {
    must set a one
    keep_copy
    must set bb four
    expect_size 30
    [ -n "$message" ] || head -c 14 "$store" >"$tmp/head"
    expect_that 'the 14 bytes of the first record must not change' cmp -s "$tmp/head" "$tmp/copy"
}

key_size_limit() {
    long=$(printf '%0255d' 7)
    must set "$long" fits
    kv get "$long"
    expect 0 fits
    keep_copy
    kv set "${long}8" 'does not fit'
    expect 2 ''
    expect_that 'a refused set must leave the file as it was' same_as_copy
}

check set_then_get 'what was set can be read'
check keys_keep_their_own_values 'three keys have three values'
check last_set_wins 'the last set of a key wins'
check missing_key 'a key that was never set prints nothing and exits with status 1'
check missing_file 'a store without a file is empty, and get does not create it'
check value_from_stdin 'the value - is read from standard input'
check bytes_of_the_example 'the file has the bytes shown in FORMAT.md'
check set_adds_at_the_end 'set adds a record and leaves the older ones alone'
check key_size_limit 'a key has at most 255 bytes'
finish
