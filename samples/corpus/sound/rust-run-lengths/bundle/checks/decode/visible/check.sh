#!/bin/sh
. "$(dirname "$0")/report.sh"

says two_runs 'two runs' '3a2b' 0 'aaabb' ./target/release/rle decode
says single_ones 'characters without a count' 'ab2c' 0 'abcc' ./target/release/rle decode
says count_at_the_end 'a count with nothing behind it' 'ab3' 1 '' ./target/release/rle decode
says many_digits 'a count of two digits' '12x' 0 'xxxxxxxxxxxx' ./target/release/rle decode

finish
