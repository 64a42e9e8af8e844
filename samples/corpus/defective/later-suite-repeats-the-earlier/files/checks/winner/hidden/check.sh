#!/bin/sh
. "$COURSEGEN_SHARED/ask.sh"

check sum_matters 'Points are added up' 0 8 'ada 4\nbob 7\nada 4\n' total ada
check first_of_equals 'Everybody has a total' 0 3 'bob 3\nada 2\ncy 3\n' total cy
check all_below_zero 'A total may be below zero' 0 -7 'ada -7\nbob -2\n' total ada
check no_players 'Nobody has no points' 0 0 '' total ada
finish
