#!/bin/sh
# Starts the server on $PORT (8000 unless you say otherwise) and keeps it in the foreground; Ctrl-C stops it.
set -eu
cd "$(dirname "$0")/../.."

exec python3 -B server.py
