#!/bin/sh
# Nothing to fetch: this course needs the Ada compiler GNAT.
for tool in gnatmake; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs the Ada compiler GNAT." >&2; exit 1; }
done
