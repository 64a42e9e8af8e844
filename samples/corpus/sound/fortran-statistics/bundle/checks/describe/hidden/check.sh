#!/bin/sh
. "$(dirname "$0")/report.sh"

says mean 'mean of a fraction' '1\n2\n2\n' 0 '1.6667\n' ./describe mean
says mean_negative 'mean around zero' '-1.5\n1.5\n-3\n3\n' 0 '0.0000\n' ./describe mean
says median_even 'median between two' '10\n1\n4\n2\n' 0 '3.0000\n' ./describe median
says median_five 'median of five' '5\n-2\n9\n0\n7\n' 0 '5.0000\n' ./describe median
says median_one 'median of one' '2.5\n' 0 '2.5000\n' ./describe median
says spread_one 'spread of one' '8\n' 0 '0.0000\n' ./describe spread
says spread_two 'spread of two' '2\n4\n' 0 '1.4142\n' ./describe spread
says spread_five 'spread of five' '2\n4\n4\n5\n10\n' 0 '3.0000\n' ./describe spread

finish
