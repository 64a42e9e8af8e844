#!/bin/sh
# The database itself says whether it understands the statements.
exec "$(dirname "$0")/database.sh" </dev/null
