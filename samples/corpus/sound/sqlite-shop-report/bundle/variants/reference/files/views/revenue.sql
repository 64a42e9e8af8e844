-- month, orders and cents, one row a month
CREATE VIEW revenue AS
SELECT substr(day, 1, 7) AS month,
    count(DISTINCT orders.id) AS orders,
    coalesce(sum(cents * pieces), 0) AS cents
FROM orders LEFT JOIN items ON order_id = orders.id
WHERE state <> 'cancelled'
GROUP BY month
ORDER BY month DESC;
