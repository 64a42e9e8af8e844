#!/bin/sh
. "$(dirname "$0")/report.sh"

says same_hour 'within the hour' '' 0 '09:15\n' ./timetable 9 5 10
says next_hour 'into the next hour' '' 0 '10:05\n' ./timetable 9 45 20
says midnight 'over midnight' '' 0 '01:15 +1\n' ./timetable 23 45 90
says nothing_added 'nothing added' '' 0 '00:00\n' ./timetable 0 0 0
says hour_25 'an hour of 25' '' 1 'no such time\n' ./timetable 25 0 5

finish
