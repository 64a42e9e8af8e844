#!/bin/sh
. "$COURSEGEN_SHARED/tap.sh"

# What the program prints, and behind it the exit status.
told() { $learner python3 -B cli.py "$@" 2>/dev/null; echo "exit $?"; }
answer() { printf '%s\nexit 0' "$1"; }
refusal='exit 2'

same all_units 'reads all four units' "$(answer 93784)" "$(told parse 1d2h3m4s)"
same large_counts 'reads counts of many digits' "$(answer 864000)" "$(told parse 240h)"
same refuses_words 'refuses other letters' "$refusal" "$(told parse 5x)"
same refuses_wrong_order 'refuses units in another order' "$refusal" "$(told parse 5m1h)"
same refuses_empty 'refuses the empty text' "$refusal" "$(told parse '')"
same refuses_signs 'refuses signs and spaces' "$refusal$refusal" "$(told parse ' 5m')$(told parse +5m)"
same refuses_tail 'refuses what stands behind a duration' "$refusal" "$(told parse 5m!)"
same shows_day 'writes days' "$(answer 1d2h3m4s)" "$(told show 93784)"
same shows_zero 'writes nothing at all as 0s' "$(answer 0s)" "$(told show 0)"
same shows_gap 'leaves out what is zero' "$(answer 1d1s)" "$(told show 86401)"
same refuses_negative 'refuses negative seconds' "$refusal" "$(told show -1)"
finish
