-- One row for each entry of the ledger. Amounts are whole cents; a debt is below zero.
CREATE TABLE entries (
    day TEXT NOT NULL,
    account TEXT NOT NULL,
    cents INTEGER NOT NULL,
    note TEXT NOT NULL
);
