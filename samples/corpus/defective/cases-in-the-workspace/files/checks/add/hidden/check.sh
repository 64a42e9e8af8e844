#!/bin/sh
. "$COURSEGEN_SHARED/tap.sh"

number=1
wrong=
while read -r time minutes want; do
    got=$(as-learner ./clock.sh "$time" "$minutes" 2>/dev/null </dev/null)
    [ "$got" = "$want" ] || wrong="$wrong $time"
done <"$COURSEGEN_WORKSPACE/cases.txt"
if as-learner ./clock.sh 24:00 0 2>/dev/null | grep -q : && [ -s "$COURSEGEN_WORKSPACE/cases.txt" ]; then wrong="$wrong 24:00"; fi
if [ -z "$wrong" ]; then
    echo "ok 1 - all_cases every case is right"
else
    failed=1
    echo "not ok 1 - all_cases every case is right:$wrong"
fi
finish
