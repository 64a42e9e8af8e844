#!/bin/sh
set -eu
PYTHONPATH=$COURSEGEN_SHARED exec python3 -B -s "$COURSEGEN_CHECKS/check.py"
