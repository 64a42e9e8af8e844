#!/bin/sh
. "$COURSEGEN_SHARED/ask.sh"

check sum_matters 'Points are added up before they are compared' 0 ada 'ada 4\nbob 7\nada 4\n' winner
check first_of_equals 'The first of equals wins' 0 bob 'bob 3\nada 2\ncy 3\nada 1\n' winner
finish
