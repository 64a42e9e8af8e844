#!/bin/sh
# Nothing has to be fetched; the programs below have to be there.
command -v php >/dev/null || { echo "install: this course needs php, which was not found (Debian: php-cli)" >&2; exit 1; }
