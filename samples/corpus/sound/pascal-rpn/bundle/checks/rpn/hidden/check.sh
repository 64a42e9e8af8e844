#!/bin/sh
. "$(dirname "$0")/report.sh"

says order_of_division 'the lower number is divided' '20 4 /\n' 0 '5\n' ./rpn
says divides_towards_zero 'fractions are left out' '-7 2 /\n' 0 '-3\n' ./rpn
says deep_stack 'numbers wait' '1 2 3 4 5 + - * +\n' 0 '-11\n' ./rpn
says zero_divided 'zero may be divided' '0 5 /\n' 0 '0\n' ./rpn
says times_zero 'zero may be a factor' '5 0 *\n' 0 '0\n' ./rpn
says minus_zero 'zero may be taken away' '5 0 -\n' 0 '5\n' ./rpn
says division_by_zero 'division by zero' '5 0 /\n' 1 'error\n' ./rpn
says division_by_zero_behind 'division by zero with a number waiting' '7 5 0 /\n' 1 'error\n' ./rpn
says one_operand 'one number is too few' '5 -\n' 1 'error\n' ./rpn
says left_over 'a number too many' '1 2 3 +\n' 1 'error\n' ./rpn
says strange_word 'a word that is nothing' '1 2 plus\n' 1 'error\n' ./rpn
says strange_behind 'a word that is nothing, with a number waiting' '9 1 2 plus\n' 1 'error\n' ./rpn
says mistake_first 'a mistake that is followed by a good line' '+ 1\n' 1 'error\n' ./rpn
says nothing 'an empty line' '\n' 1 'error\n' ./rpn

finish
