#!/bin/sh
# Compiles the table, which takes the compiler about a minute and has to be done once.
set -eu
for tool in c++ make; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs a C++ compiler and make." >&2; exit 1; }
done
make -s build/table.o
