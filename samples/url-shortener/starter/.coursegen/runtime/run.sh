#!/bin/sh
# Starts the server on $PORT (8000 unless you say otherwise) and keeps it in the foreground; Ctrl-C stops it.
set -eu
cd "$(dirname "$0")/../.."

# -S: the standard library alone, so that nothing else this machine has can be taken for a part of the course.
exec python3 -B -S server.py
