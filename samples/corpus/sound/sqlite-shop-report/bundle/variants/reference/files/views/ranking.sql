-- place, name and cents, one row a customer
CREATE VIEW ranking AS
SELECT rank() OVER (ORDER BY sum DESC) AS place, name, sum AS cents
FROM (
    SELECT name, coalesce(sum(cents * pieces), 0) AS sum
    FROM customers
    LEFT JOIN orders ON customer = customers.id AND state <> 'cancelled'
    LEFT JOIN items ON order_id = orders.id
    GROUP BY customers.id
)
ORDER BY place, name;
