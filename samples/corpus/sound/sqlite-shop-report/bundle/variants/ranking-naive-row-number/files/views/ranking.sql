-- place, name and cents, one row a customer
CREATE VIEW ranking AS
SELECT row_number() OVER (ORDER BY sum(cents * pieces) DESC) AS place, name, sum(cents * pieces) AS cents
FROM customers
JOIN orders ON customer = customers.id
JOIN items ON order_id = orders.id
WHERE state <> 'cancelled'
GROUP BY customers.id;
