-- Prints the balance of every account, if it is a whole one.
SELECT account || ' ' || (sum(cents) / 100) || '.00' FROM entries GROUP BY account;
