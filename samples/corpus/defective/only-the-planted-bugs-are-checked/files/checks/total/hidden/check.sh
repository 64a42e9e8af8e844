#!/bin/sh
. "$COURSEGEN_SHARED/ask.sh"

check similar_names 'A name is compared whole' 0 4 'ann 4\nanna 3\njo-ann 2\nan 9\n' total ann
check penalties 'Penalties take points off' 0 -3 'ada 2\nada -5\n' total ada
finish
