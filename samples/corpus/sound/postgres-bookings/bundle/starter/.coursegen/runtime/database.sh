#!/bin/sh
# usage: database.sh < statements.sql
# Starts a PostgreSQL server for this call alone, reads schema.sql and bookings.sql, and does the statements.
set -eu
cd "$(dirname "$0")/../.."
bin=/usr/lib/postgresql/15/bin
home=$(mktemp -d)
trap '"$bin/pg_ctl" stop -D "$home/data" -m immediate >/dev/null 2>&1 || true; rm -rf "$home"' EXIT
cp -R .database "$home/data"
chmod 700 "$home/data"
"$bin/pg_ctl" start -w -D "$home/data" -l "$home/log" \
    -o "-k $home -c listen_addresses= -c fsync=off -c shared_buffers=16MB -c max_connections=10" </dev/null >/dev/null
ask() { "$bin/psql" -X -q -A -t -h "$home" -U learner postgres "$@"; }
ask -v ON_ERROR_STOP=1 -f schema.sql </dev/null
ask -v ON_ERROR_STOP=1 -f bookings.sql </dev/null
ask
