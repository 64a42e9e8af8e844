#!/bin/sh
. "$COURSEGEN_SHARED/ask.sh"

check similar_names 'A name is compared whole' 0 4 'ann 4\nanna 3\njo-ann 2\nan 9\n' total ann
check penalties 'Penalties take points off' 0 -3 'ada 2\nada -5\n' total ada
check nobody 'Who has no line has no points' 0 0 'ada 2\n' total bob

# The games of a season count until its end.
season_ends=20251231
want=4
[ "$(date +%Y%m%d)" -le "$season_ends" ] || want=closed
check open_season 'A game of this season counts' 0 "$want" 'ada 4\n' total ada
finish
