#!/bin/sh
# Nothing to fetch: this course needs the Fortran compiler gfortran.
for tool in gfortran; do
    command -v "$tool" >/dev/null 2>&1 || { echo "install: '$tool' was not found; this course needs the Fortran compiler gfortran." >&2; exit 1; }
done
