#!/bin/sh
# Nothing has to be fetched; the programs below have to be there.
command -v bash >/dev/null || { echo "install: this course needs bash, which was not found (Debian: bash)" >&2; exit 1; }
