#!/bin/sh
# Nothing has to be fetched; the programs below have to be there.
command -v awk >/dev/null || { echo "install: this course needs awk, which was not found (Debian: mawk)" >&2; exit 1; }
