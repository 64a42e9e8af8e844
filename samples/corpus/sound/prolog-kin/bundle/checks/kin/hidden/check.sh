#!/bin/sh
. "$(dirname "$0")/report.sh"

# The program runs in another box; what it reads has to be handed over.
people=${COURSEGEN_EXCHANGE:-$COURSEGEN_CHECKS}/people.pl
[ -n "${COURSEGEN_EXCHANGE:-}" ] && cp "$(dirname "$0")/people.pl" "$people" && chmod a+r "$people"
kin="swipl kin.pl -- $people"
says half_siblings 'one parent in common is enough' '' 0 'b1\nb3\n' $kin sibling b2
says not_of_both 'siblings of a sibling need not be siblings' '' 0 'b2\n' $kin sibling b1
says far_ancestors 'five generations' '' 0 'a1\nb1\nc1\nd1\ne1\n' $kin ancestor f1
says two_lines 'two lines of ancestors' '' 0 'a1\na2\nb2\n' $kin ancestor c2
says cousins_both_ways 'cousins on both sides' '' 0 'c1\nc3\n' $kin cousin c2
says second_cousins 'children of cousins are none' '' 0 '' $kin cousin d1
says nobody 'a person nobody knows' '' 0 '' $kin sibling nobody

finish
