#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/ask.sh"

check one_line 'One line is its own sum' 0 5 'ada 5\n' total ada
check several_lines 'The lines of a player are added up' 0 7 'ada 5\nbob 3\nada 2\n' total ada
finish
