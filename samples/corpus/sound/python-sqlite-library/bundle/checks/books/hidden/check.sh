#!/bin/sh
PYTHONPATH=$COURSEGEN_SHARED exec python3 -B -s "$COURSEGEN_CHECKS/books.py"
