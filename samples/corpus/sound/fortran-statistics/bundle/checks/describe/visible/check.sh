#!/bin/sh
. "$(dirname "$0")/report.sh"

says mean_of_three 'the mean' '4\n1\n7\n' 0 '4.0000\n' ./describe mean
says median_of_three 'the median' '9\n1\n2\n' 0 '2.0000\n' ./describe median
says spread_of_three 'the spread of three' '4\n1\n7\n' 0 '3.0000\n' ./describe spread
says spread_of_two 'the spread of two' '1\n-1\n' 0 '1.4142\n' ./describe spread

finish
