#!/bin/sh
# Nothing to fetch: this course needs a C compiler and make.
for tool in cc make; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs a C compiler and make." >&2; exit 1; }
done
