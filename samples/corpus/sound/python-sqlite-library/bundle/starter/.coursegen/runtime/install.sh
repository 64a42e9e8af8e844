#!/bin/sh
# Nothing has to be fetched; the programs below have to be there.
command -v python3 >/dev/null || { echo "install: this course needs python3, which was not found (Debian: python3)" >&2; exit 1; }
command -v curl >/dev/null || { echo "install: this course needs curl, which was not found (Debian: curl)" >&2; exit 1; }
