#!/bin/sh
# Nothing has to be fetched; the programs below have to be there.
command -v sqlite3 >/dev/null || { echo "install: this course needs sqlite3, which was not found (Debian: sqlite3)" >&2; exit 1; }
