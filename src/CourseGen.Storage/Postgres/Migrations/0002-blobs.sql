-- Content by the SHA-256 of its bytes. Rows are never changed.

CREATE TABLE blobs (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    length INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
