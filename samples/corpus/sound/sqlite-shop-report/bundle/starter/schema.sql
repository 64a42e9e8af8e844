CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customers,
    day TEXT NOT NULL, -- such as 2024-03-17
    state TEXT NOT NULL DEFAULT 'open' -- open, sent or cancelled
);
CREATE TABLE items (
    order_id INTEGER NOT NULL REFERENCES orders,
    product TEXT NOT NULL,
    cents INTEGER NOT NULL, -- the price of one piece
    pieces INTEGER NOT NULL
);
