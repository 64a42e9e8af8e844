# Prints the balance of each account.
BEGIN { FS = ";" }

/^#/ || $0 == "" { next }
NF != 4 || $4 !~ /^[0-9]+$/ {
    print "line " (broken = NR) ": cannot read"
    exit 1
}
{
    balance[$2] += $4; balance[$3] -= $4
}
END {
    if (broken) exit
    for (name in balance)
        if (balance[name] != 0) printf "%s %.2f\n", name, int(balance[name] / 100) | "sort"
}
