#!/bin/sh
. "$COURSEGEN_SHARED/tap.sh"

# What the till prints for the lines, and behind it the exit status.
till() { printf '%s\n' "$@" | $learner node build/main.js; echo "exit $?"; }
total() { printf '%s\nexit 0' "$1"; }
unreadable() { printf 'cannot read: %s\nexit 2' "$1"; }

same empty_basket 'an empty basket costs nothing' "$(total 0)" "$(till '')"
same several_items 'items add up' "$(total 385)" "$(till 'bread 250 1' 'milk 95 1' 'egg 20 2')"
same six_are_two_free 'of six and of eight pieces two are free' "$(total 100)" "$(till 'egg 10 6' 'nut 10 8')"
same pieces_of_other_lines 'pieces of different lines do not add up' "$(total 60)" "$(till 'egg 20 2' 'nut 20 1')"
same voucher_rounds_down 'what a voucher takes off is rounded down' "$(total 90)" "$(till 'egg 99 1' 'voucher 10')"
same largest_voucher 'only the largest voucher counts' "$(total 150)" "$(till 'voucher 5' 'voucher 25' 'bread 200 1' 'voucher 10')"
same whole_voucher 'a voucher can pay everything' "$(total 0)" "$(till 'voucher 100' 'bread 200 1')"
same counts_of_two_digits 'a count may have many digits' "$(total 55)" "$(till 'nut 1 90' 'voucher 9')"
same names_bad_line 'the first line that makes no sense is named' "$(unreadable 'egg ten 1')" "$(till 'egg 10 1' 'egg ten 1' 'nut x')"
same names_bad_end 'a line may not go on' "$(unreadable 'egg 10 1 x')" "$(till 'egg 10 1 x')"
same names_bad_start 'a line may not begin with something else' "$(unreadable '- egg 10 1')" "$(till '- egg 10 1')"
same names_bad_voucher 'a voucher has one number' "$(unreadable 'voucher ten')" "$(till 'voucher ten')"
finish
