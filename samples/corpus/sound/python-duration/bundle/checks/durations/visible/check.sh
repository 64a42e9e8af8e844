#!/bin/sh
exec python3 -B -s "${COURSEGEN_CHECKS:-$(dirname "$0")}/test_durations.py"
