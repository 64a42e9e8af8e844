#!/bin/sh
# Nothing to fetch: this course needs the compiler Free Pascal.
for tool in fpc; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs the compiler Free Pascal." >&2; exit 1; }
done
