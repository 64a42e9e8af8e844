#!/bin/sh
. "$(dirname "$0")/report.sh"

says long_ride 'many hours' '' 0 '19:17\n' ./timetable 8 8 669
says just_before_midnight 'the last minute of the day' '' 0 '23:59\n' ./timetable 22 59 60
says at_midnight 'midnight belongs to the next day' '' 0 '00:00 +1\n' ./timetable 23 59 1
says back_over_midnight 'back over midnight' '' 0 '23:50 -1\n' ./timetable 0 10 -20
says back_a_day 'back one day exactly' '' 0 '12:30 -1\n' ./timetable 12 30 -1440
says back_to_midnight 'back to the first minute' '' 0 '00:00\n' ./timetable 3 0 -180
says four_years 'four years on' '' 0 '12:00 +1460\n' ./timetable 12 0 2102400
says two_days 'two days on' '' 0 '00:00 +2\n' ./timetable 12 0 2160
says hour_24 'an hour of 24' '' 1 'no such time\n' ./timetable 24 0 0
says hour_negative 'a negative hour' '' 1 'no such time\n' ./timetable -1 30 0
says minute_60 'a minute of 60' '' 1 'no such time\n' ./timetable 5 60 0
says minute_negative 'a negative minute' '' 1 'no such time\n' ./timetable 5 -1 0
says last_minute 'the last time there is' '' 0 '23:59\n' ./timetable 23 59 0
says first_minute 'the first time there is' '' 0 '00:00\n' ./timetable 0 0 0

finish
