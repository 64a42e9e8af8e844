# Prints the balance of each account.
BEGIN { FS = ";" }
/^#/ { next }
{
    balance[$2] += $4; balance[$3] -= $4
}
END {
    for (name in balance) printf "%s %.2f\n", name, balance[name] / 100 | "sort"
}
