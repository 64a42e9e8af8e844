#!/bin/sh
# Nothing to fetch: this course needs Rust and its package manager, cargo.
for tool in cargo rustc; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs Rust and its package manager, cargo." >&2; exit 1; }
done
