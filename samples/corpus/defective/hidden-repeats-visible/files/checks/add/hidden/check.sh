#!/bin/sh
. "$COURSEGEN_SHARED/tap.sh"

check zero_minutes 'zero minutes later it is as late' 0 12:00 12:00 0
check five_minutes 'five minutes are added' 0 10:20 10:15 5
check quarter_of_an_hour 'a quarter of an hour is added' 0 11:05 10:50 15
finish
