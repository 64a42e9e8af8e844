#!/bin/sh
# Nothing has to be fetched; the programs below have to be there.
command -v lua5.4 >/dev/null || { echo "install: this course needs lua5.4, which was not found (Debian: lua5.4)" >&2; exit 1; }
