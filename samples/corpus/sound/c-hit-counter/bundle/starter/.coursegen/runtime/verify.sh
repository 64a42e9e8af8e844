#!/bin/sh
set -eu
make -s clean
make
