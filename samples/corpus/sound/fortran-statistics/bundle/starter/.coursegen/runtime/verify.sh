#!/bin/sh
set -eu
mkdir -p build
gfortran -std=f2008 -Wall -O1 -Jbuild -o describe src/sorting.f90 src/sample.f90 src/describe.f90
