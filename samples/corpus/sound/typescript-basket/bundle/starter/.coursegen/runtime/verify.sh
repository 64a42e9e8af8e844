#!/bin/sh
set -e
rm -rf build
exec tsc
