#!/bin/sh
# Parses the program without running it.
set -eu
exec awk --lint=fatal --parse-only -f word.awk
