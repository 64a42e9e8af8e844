#!/bin/sh
. "$(dirname "$0")/report.sh"

says one_run 'a single run' 'aaaa' 0 '4a' ./target/release/rle encode
says single_letters 'letters that stand alone' 'abc' 0 'abc' ./target/release/rle encode
says several_runs 'runs and single letters' 'aaabccdd' 0 '3ab2c2d' ./target/release/rle encode
says digits_refused 'a text with a digit' 'a1' 1 '' ./target/release/rle encode

finish
