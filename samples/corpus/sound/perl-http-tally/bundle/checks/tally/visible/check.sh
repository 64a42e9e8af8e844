#!/bin/sh
# Says what is wrong and ends with 1, or ends with 0.
tally=${BASE_URL:-http://127.0.0.1:${PORT:-8000}}/tally
expect() {
    [ "$2" = "$3" ] && return
    echo "$1: expected '$2', got '$3'"
    exit 1
}
expect 'the first coffee' 1 "$(curl -s -m 5 -X POST "$tally/coffee")"
expect 'the second coffee' 2 "$(curl -s -m 5 -X POST "$tally/coffee")"
expect 'asking for coffee' 2 "$(curl -s -m 5 "$tally/coffee")"
expect 'the list' 'coffee 2' "$(curl -s -m 5 "$tally")"
