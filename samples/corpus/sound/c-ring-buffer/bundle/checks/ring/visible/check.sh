#!/bin/sh
# Compiles test.c together with your ring.c and runs it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
cd "${COURSEGEN_WORKSPACE:-.}"
cc -std=c11 -I. -o "$made/test" "$here/test.c" ring.c
"$made/test"
