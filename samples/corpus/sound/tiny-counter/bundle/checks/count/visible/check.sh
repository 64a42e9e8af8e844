#!/bin/sh
exec python3 -B "${COURSEGEN_CHECKS:-$(dirname "$0")}/check.py"
