#!/bin/sh
PYTHONPATH=$COURSEGEN_SHARED exec python3 -B "$COURSEGEN_CHECKS/check.py"
