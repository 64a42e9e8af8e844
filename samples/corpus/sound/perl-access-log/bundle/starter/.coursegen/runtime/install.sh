#!/bin/sh
# Nothing has to be fetched; the programs below have to be there.
command -v perl >/dev/null || { echo "install: this course needs perl, which was not found (Debian: perl)" >&2; exit 1; }
