#!/bin/sh
. "$(dirname "$0")/report.sh"

says variable 'the variable' '' 0 '7\n' ./terms value x 7
says number 'a number' '' 0 '12\n' ./terms value 12 3
says sum 'a sum' '' 0 '8\n' ./terms value '+ x 5' 3
says square 'a square' '' 0 '9\n' ./terms value '^ x 2' 3
says product 'a product' '' 0 '10\n' ./terms value '* 2 x' 5

finish
