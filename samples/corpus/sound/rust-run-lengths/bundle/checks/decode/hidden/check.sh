#!/bin/sh
. "$(dirname "$0")/report.sh"

says there_and_back 'what encode wrote' '12 a2b\n' 0 '            abb\n' ./target/release/rle decode
says count_then_single 'a count is for one character only' '3ab11c' 0 'aaabccccccccccc' ./target/release/rle decode
says zero_count 'a count of zero' '0a' 1 '' ./target/release/rle decode
says zero_before 'a count of zero in the middle' 'a00bc' 1 '' ./target/release/rle decode
says only_a_count 'nothing but a count' '7' 1 '' ./target/release/rle decode
says empty_code 'an empty code' '' 0 '' ./target/release/rle decode

finish
