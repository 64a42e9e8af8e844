#!/bin/sh
# Usage: scores.sh total NAME
#        scores.sh winner
# Reads lines of a name and points from standard input.
echo "nobody"
