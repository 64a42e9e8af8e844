#!/bin/sh
# Builds the program afresh, so that what runs is what the sources say.
set -eu
make -s clean
make
