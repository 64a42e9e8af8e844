#!/bin/sh
. "$(dirname "$0")/report.sh"

says long_run 'a run of more than nine' 'xxxxxxxxxxxxy' 0 '12xy' ./target/release/rle encode
says mixed 'single characters between runs' 'a  bb\n\nc' 0 'a2 2b2\nc' ./target/release/rle encode
says runs_come_back 'the same character in two runs' 'aabaa' 0 '2ab2a' ./target/release/rle encode
says capitals 'capitals are other characters' 'aAAa' 0 'a2Aa' ./target/release/rle encode
says empty 'an empty text' '' 0 '' ./target/release/rle encode
says digit_at_the_end 'a digit behind a run' 'zzz9' 1 '' ./target/release/rle encode
says letters_of_two_bytes 'characters outside of ASCII' 'ééé–' 0 '3é–' ./target/release/rle encode

finish
