#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/ask.sh"

# Another case in every other run, so that nobody learns them by heart.
case $COURSEGEN_REPORT in
*[02468]) set -- ada 5 ;;
*) set -- boob 3 ;;
esac

check one_line 'One line is its own sum' 0 5 'ada 5\n' total ada
check several_lines 'The lines of a player are added up' 0 7 'ada 5\nbob 3\nada 2\n' total ada
check drawn_player 'Any player can be asked for' 0 "$2" 'ada 5\nbob 3\n' total "$1"
finish
