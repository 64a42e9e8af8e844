#!/bin/sh
# Nothing has to be fetched; the programs below have to be there.
command -v tclsh >/dev/null || { echo "install: this course needs tclsh, which was not found (Debian: tcl)" >&2; exit 1; }
