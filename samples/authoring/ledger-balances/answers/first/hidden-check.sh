#!/bin/sh
# Sends ledgers as they come in real books to ./ledger and compares what it prints.
cd "$COURSEGEN_WORKSPACE" || exit 1
number=0
status=0

# holds ID TITLE EXPECTED, with the entries on standard input; lines of EXPECTED are separated by '/'.
holds() {
    number=$((number + 1))
    answer=$( (echo 'day,account,cents,note' && cat) | as-learner ./ledger 2>&1 | tr '\n' '/' | tr -cd 'A-Za-z0-9 ./-' | head -c 200)
    if [ "$answer" = "$3" ]; then
        echo "ok $number - $1 $2"
        return
    fi
    status=1
    echo "not ok $number - $1 $2"
    printf '  ---\n  message: "expected %s and got %s"\n  ...\n' "$3" "$answer"
}

holds few_cents 'Debts of a few cents keep their sign' 'bar -0.05/cash 0.09/' <<'CSV'
2024-03-01,cash,9,found
2024-03-01,bar,-3,one
2024-03-02,bar,-2,two
CSV

holds larger_debts 'Debts are printed as people write them' 'bar -12.30/' <<'CSV'
2024-03-01,bar,-1000,one
2024-03-02,bar,-230,two
CSV

holds cancelled 'Accounts that cancel out are left out' 'cash 1.00/' <<'CSV'
2024-03-01,till,500,in
2024-03-01,cash,100,in
2024-03-02,till,-500,out
CSV

echo "1..$number"
exit "$status"
