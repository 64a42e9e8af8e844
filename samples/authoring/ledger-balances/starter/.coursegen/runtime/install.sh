#!/bin/sh
# There is nothing to bring but SQLite's shell, so say plainly when it is not there.
if ! command -v sqlite3 >/dev/null; then
    echo "install: sqlite3 was not found. This course needs the SQLite shell." >&2
    exit 1
fi
echo "install: SQLite $(sqlite3 --version | cut -d ' ' -f 1) is all this course needs."
