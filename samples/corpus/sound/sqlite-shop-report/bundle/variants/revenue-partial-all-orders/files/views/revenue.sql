-- month, orders and cents, one row a month
CREATE VIEW revenue AS
SELECT substr(day, 1, 7) AS month, count(*) AS orders, sum(cents) AS cents
FROM orders JOIN items ON order_id = orders.id
GROUP BY month;
