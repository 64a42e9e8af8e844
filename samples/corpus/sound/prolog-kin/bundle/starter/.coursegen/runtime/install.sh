#!/bin/sh
# Nothing to fetch: this course needs SWI-Prolog.
for tool in swipl; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs SWI-Prolog." >&2; exit 1; }
done
