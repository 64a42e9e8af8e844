#!/bin/sh
. "$COURSEGEN_SHARED/tap.sh"

told() { $learner tclsh main.tcl "$@"; echo "exit $?"; }
stack() { printf '%s\nexit 0' "$1"; }
trouble() { printf 'error: %s\nexit 1' "$1"; }

same words_use_words 'words may use words' "$(stack 81)" "$(told : square dup '*' ';' : fourth square square ';' 3 fourth)"
same in_the_middle 'what follows a word comes after it' "$(stack 10)" "$(told : square dup '*' ';' 3 square 1 +)"
same looked_up_late 'meanings are looked up late' "$(stack '2 20')" "$(told : a b ';' : b 2 ';' a : b 20 ';' a)"
same empty_word 'a word may do nothing' "$(stack 5)" "$(told : nothing ';' 5 nothing)"
same redefines_operation 'an operation can get a new meaning' "$(stack 6)" "$(told : + '*' ';' 2 3 +)"
same redefines_dup 'and so can dup' "$(stack '3 7')" "$(told : dup 7 ';' 3 dup)"
same numbers_are_no_names 'a number is no name' "$(trouble 'not a name: -5')$(trouble 'not a name: 90')" "$(told : -5 1 ';')$(told : 90 1 ';')"
same unknown_in_word 'an unknown word in a definition is named when it is done' "$(stack 1)$(trouble 'unknown: y')" "$(told : x y ';' 1)$(told : x y ';' x)"
same unfinished_at_once 'a colon without anything' "$(trouble unfinished)" "$(told 1 :)"
same no_name 'a definition without a name' "$(trouble unfinished)" "$(told : ';' 1)"
same underflow_in_word 'an underflow in a word' "$(trouble underflow)" "$(told : add + ';' 1 add)"
finish
