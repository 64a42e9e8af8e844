#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/tap.sh"

# Another case in every other run, so that nobody learns them by heart.
case $COURSEGEN_REPORT in
*[02468]) set -- 13:45 14:00 ;;
*) set -- 14:45 14:60 ;;
esac

check adds_nothing 'no minutes change nothing' 0 12:00 12:00 0
check within_the_hour 'minutes are added' 0 10:20 10:15 5
check into_the_next_hour 'sixty minutes are an hour' 0 11:05 10:50 15
check adds_a_quarter 'a quarter of an hour is added' 0 "$2" "$1" 15
finish
