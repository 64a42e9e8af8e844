-- Content by the SHA-256 of its bytes. Rows are never changed.

CREATE TABLE blobs (
    id TEXT NOT NULL PRIMARY KEY,
    length INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    created_at TEXT NOT NULL
);
