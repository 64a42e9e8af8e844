#!/bin/sh
# Asks the server at $BASE_URL (http://127.0.0.1:8000 unless you say otherwise), which has to be running already.
set -eu
: "${BASE_URL:=http://127.0.0.1:${PORT:-8000}}"
export BASE_URL

exec python3 -B -S "${COURSEGEN_CHECKS:-$(dirname "$0")}/check.py"
