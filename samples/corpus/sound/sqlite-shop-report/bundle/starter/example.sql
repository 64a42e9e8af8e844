INSERT INTO customers VALUES (1, 'Ines'), (2, 'Otto');
INSERT INTO orders VALUES (1, 1, '2024-03-01', 'sent'), (2, 2, '2024-03-30', 'open');
INSERT INTO items VALUES (1, 'tea', 450, 2), (2, 'cup', 800, 1);
