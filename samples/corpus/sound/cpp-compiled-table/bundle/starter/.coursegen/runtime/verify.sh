#!/bin/sh
set -eu
make -s hail
