-- Prints the balance of every account that has one, as people read it, by name.
SELECT account || ' ' || printf('%.2f', cents / 100.0)
FROM (SELECT account, sum(cents) AS cents FROM entries GROUP BY account)
WHERE cents <> 0
ORDER BY account COLLATE NOCASE;
