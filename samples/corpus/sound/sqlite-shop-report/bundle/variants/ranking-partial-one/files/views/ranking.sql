-- place, name and cents, one row a customer
CREATE VIEW ranking AS
SELECT 1 AS place, name, 0 AS cents
FROM customers;
