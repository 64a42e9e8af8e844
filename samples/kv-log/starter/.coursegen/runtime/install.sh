#!/bin/sh
# The course has no dependencies to fetch: all it needs is a C compiler and make.
missing=0
for tool in cc make; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "install: '$tool' is not installed; this course needs a C compiler (cc) and make" >&2
        missing=1
    fi
done
exit "$missing"
