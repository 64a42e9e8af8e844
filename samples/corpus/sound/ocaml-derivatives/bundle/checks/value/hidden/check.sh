#!/bin/sh
. "$(dirname "$0")/report.sh"

says nested 'terms in terms' '' 0 '36\n' ./terms value '+ * + x 1 + x 3 * 4 x' 3
says power_zero 'the power 0' '' 0 '1\n' ./terms value '^ x 0' 9
says power_of_a_sum 'a power of a sum' '' 0 '125\n' ./terms value '^ + x 2 3' 3
says fifth_power 'a higher power' '' 0 '32\n' ./terms value '^ x 5' 2
says negative 'a negative value' '' 0 '-24\n' ./terms value '* 3 ^ x 3' -2

finish
