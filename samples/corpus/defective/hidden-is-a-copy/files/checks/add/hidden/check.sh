#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/tap.sh"

check adds_nothing 'no minutes change nothing' 0 12:00 12:00 0
check within_the_hour 'minutes are added' 0 10:20 10:15 5
check into_the_next_hour 'sixty minutes are an hour' 0 11:05 10:50 15
finish
