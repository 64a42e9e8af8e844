#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/tap.sh"
: "${BASE_URL:=http://127.0.0.1:${PORT:-8000}}"

same finds_word 'three words are made of these letters' '["below", "bowel", "elbow"]' "$(curl -s -m 5 "$BASE_URL/anagrams/lowbe")"
same refuses_digits 'digits are no letters' 400 "$(curl -s -m 5 -o /dev/null -w '%{http_code}' "$BASE_URL/anagrams/b3low")"
finish
