#!/bin/sh
. "$(dirname "$0")/report.sh"

says x_at_the_end 'an X as the last digit' '' 0 '080442957X is a book: 9780804429573\n' ./books 080442957X
says x_elsewhere 'an X inside' '' 1 '0X00000009 is no book\n' ./books 0X00000009
says x_of_thirteen 'an X in a new number' '' 1 '978000000004X is no book\n' ./books 978000000004X
says x_tenth_of_thirteen 'an X as the tenth of thirteen' '' 1 '978000000X002 is no book\n' ./books 978000000X002
says swapped_digits 'two digits exchanged' '' 1 '0306046152 is no book\n' ./books 0306046152
says wrong_new_number 'a new number with a mistake' '' 1 '9780306406156 is no book\n' ./books 9780306406156
says every_weight 'a new number with nines' '' 0 '9790999990994 is a book: 9790999990994\n' ./books 9790999990994
says eleven 'eleven digits' '' 1 '00000000000 is no book\n' ./books 00000000000
says twelve 'twelve digits' '' 1 '000000000000 is no book\n' ./books 000000000000
says nine 'nine digits' '' 1 '000000000 is no book\n' ./books 000000000
says letters 'a letter' '' 1 '03064061a3 is no book\n' ./books 03064061a3
says converted 'digits of all kinds' '' 0 '1593279280 is a book: 9781593279288\n' ./books 1593279280
says converted_to_zero 'a last digit of zero' '' 0 '0000079197 is a book: 9780000079190\n' ./books 0000079197
says new_stays 'a new number stays' '' 0 '9791090636071 is a book: 9791090636071\n' ./books 9791090636071
says nothing_to_convert 'ten nines' '' 0 '9999999999 is a book: 9789999999991\n' ./books 9999999999

finish
