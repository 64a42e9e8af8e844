#!/bin/sh
# Nothing has to be fetched; the programs below have to be there.
command -v perl >/dev/null || { echo "install: this course needs perl, which was not found (Debian: perl)" >&2; exit 1; }
command -v curl >/dev/null || { echo "install: this course needs curl, which was not found (Debian: curl)" >&2; exit 1; }
