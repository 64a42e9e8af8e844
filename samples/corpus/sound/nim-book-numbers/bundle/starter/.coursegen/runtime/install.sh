#!/bin/sh
# Nothing to fetch: this course needs the compiler Nim, and gcc.
for tool in nim gcc; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs the compiler Nim, and gcc." >&2; exit 1; }
done
