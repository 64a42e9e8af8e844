#!/bin/sh
# Nothing to fetch: this course needs a Java development kit, version 17 or newer.
for tool in javac java; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs a Java development kit, version 17 or newer." >&2; exit 1; }
done
