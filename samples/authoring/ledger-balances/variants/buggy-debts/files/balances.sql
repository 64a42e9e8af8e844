-- Prints the balance of every account that has one, as people read it, by name.
SELECT account || ' '
    || CASE WHEN cents < 0 THEN '-' ELSE '' END
    || (abs(cents) / 100) || '.' || substr('0' || (abs(cents) % 100), -2)
FROM (SELECT account, sum(cents) AS cents FROM entries GROUP BY account)
WHERE cents > 0
ORDER BY account COLLATE NOCASE;
