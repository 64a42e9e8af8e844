-- Runs, their events, checkpoints and outside calls. Times are UTC texts of fixed width, so that they sort as texts.

CREATE TABLE runs (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL,
    step TEXT NULL,
    attempt INTEGER NOT NULL,
    gate TEXT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    codes TEXT NOT NULL,
    signature TEXT NULL,
    sentence TEXT NULL,
    faults INTEGER NOT NULL,
    wake_at TEXT NULL,
    cancel_by TEXT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    lease_owner TEXT NULL,
    lease_until TEXT NULL,
    CHECK ((lease_owner IS NULL) = (lease_until IS NULL))
);

CREATE INDEX runs_by_age ON runs (created_at, id);
CREATE INDEX runs_by_status ON runs (status, updated_at);
CREATE INDEX runs_leased ON runs (lease_owner) WHERE lease_owner IS NOT NULL;

CREATE TABLE run_events (
    run_id TEXT NOT NULL REFERENCES runs (id),
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    step TEXT NULL,
    attempt INTEGER NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (run_id, sequence)
);

CREATE TABLE run_items (
    run_id TEXT NOT NULL REFERENCES runs (id),
    key TEXT NOT NULL,
    json TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (run_id, key)
);

CREATE TABLE run_calls (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL REFERENCES runs (id),
    step TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    key TEXT NOT NULL,
    answer TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    UNIQUE (run_id, step, attempt, key)
);
