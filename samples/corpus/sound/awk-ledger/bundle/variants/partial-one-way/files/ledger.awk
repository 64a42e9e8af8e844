# Prints the balance of each account.
BEGIN { FS = ";" }
{ from = $2; to = $3; cents = $4 }
END { printf "%s %.2f\n%s %.2f\n", to, -cents / 100, from, cents / 100 }
