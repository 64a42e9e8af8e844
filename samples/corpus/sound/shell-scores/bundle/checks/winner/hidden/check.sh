#!/bin/sh
. "$COURSEGEN_SHARED/ask.sh"

check sum_matters 'Points are added up before they are compared' 0 ada 'bob 7\nada 4\nada 4\n' winner
check first_of_equals 'The first of equals wins' 0 bob 'bob 3\nada 2\ncy 3\nada 1\n' winner
check all_below_zero 'Somebody wins below zero, too' 0 bob 'ada -7\nbob -2\ncy -3\n' winner
check no_players 'Nobody wins an empty game' 1 '' '' winner
finish
