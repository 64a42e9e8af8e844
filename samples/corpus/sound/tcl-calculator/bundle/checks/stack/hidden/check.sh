#!/bin/sh
. "$COURSEGEN_SHARED/tap.sh"

# What the calculator prints, and behind it the exit status.
told() { $learner tclsh main.tcl "$@"; echo "exit $?"; }
stack() { printf '%s\nexit 0' "$1"; }
trouble() { printf 'error: %s\nexit 1' "$1"; }

same nothing 'no words leave an empty stack' "$(stack '')" "$(told)"
same division_rounds_down 'a division rounds down' "$(stack '-4 3 -2')" "$(told -7 2 / 7 2 / 8 -4 /)"
same big_numbers 'numbers may be big' "$(stack 12345678901234567890)" "$(told 1234567890123456789 10 '*')"
same leading_zeros 'numbers are decimal' "$(stack '10 9 -8')" "$(told 010 009 -08)"
same swaps_and_drops 'swap and drop' "$(stack '1 3 2')" "$(told 1 2 3 swap 4 drop)"
same order_of_operations 'the lower number comes first' "$(stack '-3 -12 0')" "$(told 4 7 - 3 -4 '*' 3 4 /)"
same divides_by_zero 'division by zero' "$(trouble 'division by zero')" "$(told 1 0 /)"
same unknown_word 'an unknown word is named' "$(trouble 'unknown: sqrt')" "$(told 4 sqrt)"
same odd_words 'what only resembles a number is unknown' \
    "$(trouble 'unknown: 1.5')$(trouble 'unknown: +5')$(trouble 'unknown: 5x')" "$(told 1.5)$(told +5)$(told 5x)"
same too_few_everywhere 'too few numbers for any word' \
    "$(trouble underflow)$(trouble underflow)$(trouble underflow)$(trouble underflow)$(trouble underflow)" \
    "$(told '*')$(told dup)$(told drop)$(told 1 swap)$(told 1 /)"
finish
