#!/bin/sh
. "$(dirname "$0")/report.sh"

says of_variable 'the variable' '' 0 '1\n' ./terms derive x
says of_number 'a number' '' 0 '0\n' ./terms derive 5
says of_sum 'a sum' '' 0 '1\n' ./terms derive '+ x 5'
says of_multiple 'a multiple of x' '' 0 '3\n' ./terms derive '* 3 x'
says of_power 'a power of x' '' 0 '* 3 ^ x 2\n' ./terms derive '^ x 3'
says of_product 'a product' '' 0 '+ x x\n' ./terms derive '* x x'

finish
