#!/bin/sh
exec python3 -B -s "$COURSEGEN_CHECKS/hidden.py"
