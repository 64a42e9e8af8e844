#!/bin/sh
# Calls ./hail with a range and compares what it prints and its exit status.
cd "${COURSEGEN_WORKSPACE:-.}" || exit 1
# Started by hand there is no as-learner, and the program runs right here.
learner=
if command -v as-learner >/dev/null 2>&1; then learner=as-learner; fi
total=0
failed=0

# prints ID TITLE WANTED STATUS FROM TO
prints() {
    total=$((total + 1))
    got=$($learner ./hail "$5" "$6" 2>/dev/null)
    status=$?
    if [ "$got" = "$3" ] && [ "$status" = "$4" ]; then
        echo "ok $total - $1 $2"
    else
        failed=$((failed + 1))
        echo "not ok $total - $1 $2"
        echo "# hail $5 $6 printed '$(printf %s "$got" | head -c 100)' with status $status; wanted '$3' with status $4"
    fi
}

prints small_range 'from 1 to 10' '9 19' 0 1 10
prints one_number 'a range of one number' '27 111' 0 27 27
prints backwards 'a range that ends before it begins' '' 2 10 9
echo "1..$total"
[ "$failed" -eq 0 ]
