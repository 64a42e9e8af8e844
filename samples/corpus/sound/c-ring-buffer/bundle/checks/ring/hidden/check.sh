#!/bin/sh
. "$(dirname "$0")/report.sh"

says goes_round 'over the end and on' 'put 1\nput 2\nput 3\ntake\nput 4\ntake\ntake\nput 5\ntake\ntake\n' 0 'ok\nok\nok\n1\nok\n2\n3\nok\n4\n5\n' ./queue 3
says room_again 'a place that is free is used' 'put 1\nput 2\ntake\nput 3\nput 4\ntake\ntake\ntake\n' 0 'ok\nok\n1\nok\nfull\n2\n3\nempty\n' ./queue 2
says all_places 'as many items as there are places' 'put 1\nput 2\nput 3\nput 4\nput 5\ncount\n' 0 'ok\nok\nok\nok\nfull\n4\n' ./queue 4
says one_place 'a ring of one place' 'take\nput 9\nput 8\ntake\nput 7\ntake\n' 0 'empty\nok\nfull\n9\nok\n7\n' ./queue 1
says keep_in_a_ring_with_room 'keep is like put while there is room' 'keep 1\nkeep 2\ncount\ntake\ntake\ntake\n' 0 'ok\nok\n2\n1\n2\nempty\n' ./queue 3
says keeps_the_newest 'keep goes round too' 'keep 1\nkeep 2\nkeep 3\nkeep 4\nkeep 5\ncount\ntake\ntake\ntake\n' 0 'ok\nok\nok\nok\nok\n2\n4\n5\nempty\n' ./queue 2
says counts 'items are counted' 'count\nput 1\ncount\ntake\ncount\n' 0 '0\nok\n1\n1\n0\n' ./queue 5

finish
