#!/bin/sh
set -eu
PYTHONPATH=$COURSEGEN_SHARED exec python3 -B -S "$COURSEGEN_CHECKS/check.py"
