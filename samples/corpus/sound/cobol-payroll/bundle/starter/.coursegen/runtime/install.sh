#!/bin/sh
# Nothing to fetch: this course needs the compiler GnuCOBOL, version 3 or newer.
for tool in cobc; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs the compiler GnuCOBOL, version 3 or newer." >&2; exit 1; }
done
