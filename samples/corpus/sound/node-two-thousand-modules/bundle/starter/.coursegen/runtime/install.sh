#!/bin/sh
# Makes the modules that the course depends on; nothing is fetched.
set -eu
cd "$(dirname "$0")/../.."
command -v node >/dev/null || { echo "install: this course needs node, which was not found (Debian: nodejs)" >&2; exit 1; }
node make-stars.js
