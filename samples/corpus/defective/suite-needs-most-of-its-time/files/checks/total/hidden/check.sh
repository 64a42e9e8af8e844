#!/bin/sh
. "$COURSEGEN_SHARED/ask.sh"

# Lets the machine come to rest.
sleep 5

check similar_names 'A name is compared whole' 0 4 'ann 4\nanna 3\njo-ann 2\nan 9\n' total ann
check penalties 'Penalties take points off' 0 -3 'ada 2\nada -5\n' total ada
check nobody 'Who has no line has no points' 0 0 'ada 2\n' total bob
finish
