-- Frozen courses, their certificates, and the learners on them. A snapshot's document never changes.

CREATE TABLE snapshots (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    slug TEXT COLLATE "C" NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    frozen_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ NULL,
    UNIQUE (slug, version)
);

CREATE TABLE certificates (
    snapshot_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES snapshots (id),
    json TEXT NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE course_runs (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    slug TEXT COLLATE "C" NOT NULL,
    title TEXT NOT NULL,
    authoring_run TEXT COLLATE "C" NULL,
    publishing_run TEXT COLLATE "C" NULL,
    snapshot_id TEXT COLLATE "C" NULL REFERENCES snapshots (id),
    created_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX course_runs_by_age ON course_runs (created_at, id);

CREATE TABLE enrollments (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    learner TEXT COLLATE "C" NOT NULL,
    snapshot_id TEXT COLLATE "C" NOT NULL REFERENCES snapshots (id),
    slug TEXT COLLATE "C" NOT NULL,
    status TEXT NOT NULL,
    deliverables TEXT NOT NULL,
    enrolled_at TIMESTAMPTZ NOT NULL,
    UNIQUE (learner, snapshot_id)
);

CREATE INDEX enrollments_by_age ON enrollments (learner, enrolled_at, id);

CREATE TABLE submissions (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    enrollment_id TEXT COLLATE "C" NOT NULL REFERENCES enrollments (id),
    number INTEGER NOT NULL,
    commit_id TEXT COLLATE "C" NOT NULL,
    status TEXT NOT NULL,
    sentence TEXT NOT NULL,
    scorecard TEXT NULL,
    submitted_at TIMESTAMPTZ NOT NULL,
    graded_at TIMESTAMPTZ NULL,
    UNIQUE (enrollment_id, number),
    UNIQUE (enrollment_id, commit_id)
);

CREATE INDEX submissions_ungraded ON submissions (submitted_at, id) WHERE status IN ('waiting', 'ours');
