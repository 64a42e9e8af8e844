-- Prints the balance of every account.
SELECT account || ' ' || printf('%d.%02d', sum(cents) / 100, sum(cents) % 100)
FROM entries
GROUP BY account;
