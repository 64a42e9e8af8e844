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

each past_midnight 'midnight is 00:00' 0 23:59,1,00:00
each many_days 'whole days change nothing' 0 12:00,4320,12:00 20:10,1500,21:10
each refuses_late_hours 'there is no hour 24' 2 24:00,0, 30:00,1,

finish
