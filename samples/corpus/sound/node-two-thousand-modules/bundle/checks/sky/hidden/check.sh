#!/bin/sh
. "$COURSEGEN_SHARED/tap.sh"
sky() { $learner node main.js "$@" 2>&1 | tr '\n' ' '; }

same many_stars 'stars from all over the catalogue' 'S0019 S0003 S0004 S1999 S2000 S1000 ' "$(sky brightest 1000 2000 3 4 1999 19)"
same three_stars 'the brightest is the last one asked for' 'S0001 S0010 S0018 ' "$(sky brightest 10 18 1)"
same same_magnitude 'the same magnitude, then by number' \
    'S0001 S0701 S1401 S0001 S0701 S1401 ' "$(sky brightest 701 1401 1; sky brightest 1 701 1401)"
same ties_among_others 'ties among others' 'S0001 S0701 S0002 ' "$(sky brightest 2 701 1)"
same edge_in_the_north 'at the edge, in the north' 'S0001 S0002 ' "$(sky rising 52 1; sky rising 53 1 2)"
same edge_in_the_south 'at the edge, in the south' 'S0002 S0001 ' "$(sky rising -73 2; sky rising -74 2 1)"
same order_of_question 'stars that rise keep their order' 'S0006 S0005 S0003 ' "$(sky rising 0 6 5 3)"
finish
