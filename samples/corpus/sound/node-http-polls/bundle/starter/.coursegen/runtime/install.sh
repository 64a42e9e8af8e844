#!/bin/sh
# Nothing has to be fetched; the programs below have to be there.
command -v node >/dev/null || { echo "install: this course needs node, which was not found (Debian: nodejs)" >&2; exit 1; }
