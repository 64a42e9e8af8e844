#!/bin/sh
. "$(dirname "$0")/report.sh"

says chain_rule 'a power of a term' '' 0 '* * 3 ^ * 2 x 2 2\n' ./terms derive '^ * 2 x 3'
says no_zeros 'no zeros are left' '' 0 '* 2 x\n' ./terms derive '+ 7 + ^ x 2 1'
says no_zeros_before 'nor in front' '' 0 '* 2 x\n' ./terms derive '+ ^ x 2 7'
says no_power_of_one 'no power 1 is left' '' 0 '* 2 x\n' ./terms derive '^ x 2'
says power_one 'the derivative of a power 1' '' 0 '1\n' ./terms derive '^ x 1'
says power_zero 'the derivative of a power 0' '' 0 '0\n' ./terms derive '^ x 0'
says numbers_are_joined 'numbers are added' '' 0 '5\n' ./terms derive '+ * 2 x * 3 x'
says number_behind 'a number as the second factor' '' 0 '4\n' ./terms derive '* x 4'
says product_rule 'both parts of the rule' '' 0 '+ ^ x 2 * x * 2 x\n' ./terms derive '* x ^ x 2'
says long_sum 'a sum of products' '' 0 '+ * 2 x + x x\n' ./terms derive '+ ^ x 2 * x x'
says numbers_multiplied 'numbers are multiplied' '' 0 '6\n' ./terms derive '* 2 * 3 x'
says inner_number 'a power of a number' '' 0 '0\n' ./terms derive '^ 5 3'

finish
