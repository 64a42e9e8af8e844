# Runs clock.sh and reports in TAP, one line a check.
number=0
failed=0

# check ID TITLE STATUS OUTPUT ARGUMENT...
check() {
    id=$1 title=$2 want_status=$3 want=$4
    shift 4
    number=$((number + 1))
    got=$(as-learner ./clock.sh "$@" 2>/dev/null)
    status=$?
    if [ "$status" = "$want_status" ] && [ "$got" = "$want" ]; then
        echo "ok $number - $id $title"
    else
        failed=1
        echo "not ok $number - $id $title"
        echo "  ---"
        echo "  message: clock.sh $* printed '$got' and ended with status $status, expected '$want' and $want_status"
        echo "  ..."
    fi
}

finish() {
    echo "1..7"
    exit "$failed"
}
