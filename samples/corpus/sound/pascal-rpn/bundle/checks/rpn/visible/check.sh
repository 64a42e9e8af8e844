#!/bin/sh
. "$(dirname "$0")/report.sh"

says adds 'an addition' '3 4 +\n' 0 '7\n' ./rpn
says subtracts 'a subtraction' '7 2 -\n' 0 '5\n' ./rpn
says nested 'one answer is used by the next operator' '3 4 + 2 *\n' 0 '14\n' ./rpn
says too_few 'an operator without numbers' '1 +\n' 1 'error\n' ./rpn
says one_number 'a number alone' '42\n' 0 '42\n' ./rpn

finish
