#!/bin/sh
# The course needs no packages: all there is to install is Python itself, so say plainly when it is not there.
set -eu

if ! command -v python3 >/dev/null 2>&1; then
    echo "install: python3 was not found. This course needs Python 3.11 or newer." >&2
    exit 1
fi
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "install: found $(python3 --version 2>&1), but this course needs Python 3.11 or newer." >&2
    exit 1
fi
echo "install: $(python3 --version 2>&1) is all this course needs."
