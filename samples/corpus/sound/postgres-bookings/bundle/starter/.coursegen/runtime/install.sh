#!/bin/sh
# Makes an empty database cluster once; database.sh starts a server on a copy of it.
set -eu
cd "$(dirname "$0")/../.."
bin=/usr/lib/postgresql/15/bin
if [ ! -x "$bin/initdb" ]; then
    echo "install: this course needs PostgreSQL 15, whose initdb was not found in $bin (Debian: postgresql-15)" >&2
    exit 1
fi
rm -rf .database
"$bin/initdb" -D .database -U learner --auth=trust --encoding=UTF8 --locale=C --wal-segsize=1 --no-sync
