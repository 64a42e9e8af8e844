#!/bin/sh
# Nothing to fetch: this course needs Go 1.19 or newer.
for tool in go; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs Go 1.19 or newer." >&2; exit 1; }
done
