-- Frozen courses, their certificates, and the learners on them. A snapshot's document never changes.

CREATE TABLE snapshots (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    frozen_at TEXT NOT NULL,
    published_at TEXT NULL,
    UNIQUE (slug, version)
);

CREATE TABLE certificates (
    snapshot_id TEXT NOT NULL PRIMARY KEY REFERENCES snapshots (id),
    json TEXT NOT NULL,
    saved_at TEXT NOT NULL
);

CREATE TABLE course_runs (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    authoring_run TEXT NULL,
    publishing_run TEXT NULL,
    snapshot_id TEXT NULL REFERENCES snapshots (id),
    created_at TEXT NOT NULL
);

CREATE INDEX course_runs_by_age ON course_runs (created_at, id);

CREATE TABLE enrollments (
    id TEXT NOT NULL PRIMARY KEY,
    learner TEXT NOT NULL,
    snapshot_id TEXT NOT NULL REFERENCES snapshots (id),
    slug TEXT NOT NULL,
    status TEXT NOT NULL,
    deliverables TEXT NOT NULL,
    enrolled_at TEXT NOT NULL,
    UNIQUE (learner, snapshot_id)
);

CREATE INDEX enrollments_by_age ON enrollments (learner, enrolled_at, id);

CREATE TABLE submissions (
    id TEXT NOT NULL PRIMARY KEY,
    enrollment_id TEXT NOT NULL REFERENCES enrollments (id),
    number INTEGER NOT NULL,
    commit_id TEXT NOT NULL,
    status TEXT NOT NULL,
    sentence TEXT NOT NULL,
    scorecard TEXT NULL,
    submitted_at TEXT NOT NULL,
    graded_at TEXT NULL,
    UNIQUE (enrollment_id, number),
    UNIQUE (enrollment_id, commit_id)
);

CREATE INDEX submissions_ungraded ON submissions (submitted_at, id) WHERE status IN ('waiting', 'ours');
