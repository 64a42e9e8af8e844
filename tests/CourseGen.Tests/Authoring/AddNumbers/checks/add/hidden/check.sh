#!/bin/sh
# Runs add.sh on pairs of numbers and compares what it prints.
tests=""
bad=0

check() {
    id=$1 title=$2 want=$3
    shift 3
    got=$(as-learner ./add.sh "$@" 2>/dev/null)
    code=$?
    status=passed
    [ "$got" = "$want" ] || status=failed
    [ "$code" -eq 0 ] || status=error
    [ "$status" = passed ] || bad=1
    said=$(printf '%s' "$got" | tr -cd 'A-Za-z0-9 .-' | head -c 40)
    tests="$tests${tests:+,}{\"id\":\"$id\",\"title\":\"$title\",\"status\":\"$status\",\"message\":\"add.sh $* said '$said' and should say '$want'\"}"
}

check adds_large "Adds large numbers" 1000000 999999 1
check adds_leading_zeros "Zeros in front mean nothing" 11 010 1
check adds_negative "Adds negative numbers" -2 -5 3
check adds_negative_zeros "Zeros in front of a negative number mean nothing" -9 -010 1
check adds_negative_to_zero "Adds nothing to a negative number" -5 -5 0

printf '{"tests":[%s]}\n' "$tests" >"$COURSEGEN_REPORT"
exit "$bad"
