#!/bin/sh
# What you can try at once: sends entries to ./ledger and compares what it prints.
cd "${COURSEGEN_WORKSPACE:-.}" || exit 1
learner=
command -v as-learner >/dev/null && learner=as-learner
count=0
bad=0

# check ID TITLE ENTRIES EXPECTED; entries and expected lines are separated by '/'.
check() {
    count=$((count + 1))
    got=$( { echo 'day,account,cents,note'; printf '%s' "$3" | tr '/' '\n'; echo; } | grep . | $learner ./ledger 2>&1 | tr '\n' '/' | tr -cd 'A-Za-z0-9 ./-' | head -c 200)
    if [ "$got" = "$4" ]; then
        echo "ok $count - $1 $2"
    else
        bad=1
        echo "not ok $count - $1 $2"
        printf '  ---\n  message: "sent %s; expected %s; got %s"\n  ...\n' "$3" "$4" "$got"
    fi
}

check one_account 'One account has one balance' '2024-03-01,cash,1200,sale' 'cash 12.00/'
check adds_up 'Entries of an account are added up' '2024-03-01,cash,1250,sale/2024-03-02,cash,-200,bread' 'cash 10.5/'
check two_accounts 'Every account has a line' '2024-03-01,rent,700,march/2024-03-01,cash,1250,sale' 'cash 12.50/rent 7.00/'

echo "1..$count"
exit "$bad"
