#!/bin/sh
. "$COURSEGEN_SHARED/ask.sh"

check one_line 'One line is its own sum' 0 -5 'ada -5\n' total ada
check several_lines 'The lines of a player are added up' 0 4 'ann 5\nanna 3\nann -1\n' total ann
finish
