-- Runs, their events, checkpoints and outside calls. Texts that are compared or sorted do so by their bytes, whatever the
-- language of the database.

-- The clock of the stores, the same for the workers of every machine.
CREATE FUNCTION coursegen_now() RETURNS TIMESTAMPTZ LANGUAGE sql STABLE AS 'SELECT statement_timestamp()';

CREATE TABLE runs (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    title TEXT NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    step TEXT NULL,
    attempt INTEGER NOT NULL,
    gate TEXT NULL,
    state TEXT NOT NULL,
    version BIGINT NOT NULL,
    codes TEXT NOT NULL,
    signature TEXT NULL,
    sentence TEXT NULL,
    faults INTEGER NOT NULL,
    wake_at TIMESTAMPTZ NULL,
    cancel_by TEXT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    lease_owner TEXT COLLATE "C" NULL,
    lease_until TIMESTAMPTZ NULL,
    CHECK ((lease_owner IS NULL) = (lease_until IS NULL))
);

CREATE INDEX runs_by_age ON runs (created_at, id);
CREATE INDEX runs_with_work ON runs (updated_at, id)
    WHERE (status = 'active' OR (cancel_by IS NOT NULL AND status IN ('waiting', 'faulted')));
CREATE INDEX runs_leased ON runs (lease_owner) WHERE lease_owner IS NOT NULL;

CREATE TABLE run_events (
    run_id TEXT COLLATE "C" NOT NULL REFERENCES runs (id),
    sequence BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    kind TEXT NOT NULL,
    step TEXT NULL,
    attempt INTEGER NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (run_id, sequence)
);

CREATE TABLE run_items (
    run_id TEXT COLLATE "C" NOT NULL REFERENCES runs (id),
    key TEXT COLLATE "C" NOT NULL,
    json TEXT NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (run_id, key)
);

CREATE TABLE run_calls (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id TEXT COLLATE "C" NOT NULL REFERENCES runs (id),
    step TEXT COLLATE "C" NOT NULL,
    attempt INTEGER NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    answer TEXT NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    UNIQUE (run_id, step, attempt, key)
);

-- The bell across processes: rung when a run may have become ready. It carries no information.
CREATE FUNCTION coursegen_ring() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('coursegen_runs', '');
    RETURN NULL;
END
$$;

CREATE TRIGGER runs_created AFTER INSERT ON runs FOR EACH ROW
    WHEN (NEW.status = 'active')
    EXECUTE FUNCTION coursegen_ring();
CREATE TRIGGER runs_freed AFTER UPDATE ON runs FOR EACH ROW
    WHEN ((NEW.status = 'active' AND NEW.lease_owner IS NULL) OR NEW.cancel_by IS DISTINCT FROM OLD.cancel_by)
    EXECUTE FUNCTION coursegen_ring();
