#!/bin/sh
# Nothing to bring but the interpreter itself.
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
