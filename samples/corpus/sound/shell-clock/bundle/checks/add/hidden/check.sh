#!/bin/sh
# The edges: leading zeros, midnight, and what is refused.
. "$COURSEGEN_SHARED/tap.sh"

# each ID TITLE STATUS CASE...: one check of several cases, which are TIME MINUTES OUTPUT.
each() {
    id=$1 title=$2 want_status=$3
    shift 3
    number=$((number + 1))
    wrong=
    for one in "$@"; do
        time=${one%%,*}
        rest=${one#*,}
        got=$(as-learner ./clock.sh "$time" "${rest%%,*}" 2>/dev/null)
        status=$?
        [ "$status,$got" = "$want_status,${rest#*,}" ] || wrong="clock.sh '$time' '${rest%%,*}' printed '$got' and ended with status $status"
    done
    if [ -z "$wrong" ]; then
        echo "ok $number - $id $title"
    else
        failed=1
        printf 'not ok %s - %s %s\n  ---\n  message: %s\n  ...\n' "$number" "$id" "$title" "$wrong"
    fi
}

each eight_and_nine 'leading zeros mean nothing' 0 08:09,1,08:10 09:08,60,10:08 07:05,0,07:05
each past_midnight 'midnight is 00:00' 0 23:59,1,00:00 00:00,1439,23:59 19:59,1,20:00
each many_days 'whole days change nothing' 0 12:00,4320,12:00 20:10,1500,21:10
each refuses_late_hours 'there is no hour 24' 2 24:00,0, 30:00,1,
each refuses_late_minutes 'there is no minute 60' 2 10:60,0, 22:70,1,
each refuses_odd_times 'a time is HH:MM' 2 9:00,1, 0900,1, ,1, 10:05x,1, x10:05,1, 2x:00,1, 10:x5,1, 20:0x,1,
each refuses_odd_minutes 'minutes are a whole number' 2 10:00,, 10:00,-1, 10:00,1x, 10:00,007,

number=$((number + 1))
case $(as-learner ./clock.sh 24:00 0 2>&1 >/dev/null) in
'usage: '*)
    echo "ok $number - explains_itself a refusal is explained"
    ;;
*)
    failed=1
    echo "not ok $number - explains_itself a refusal is explained"
    ;;
esac
finish
