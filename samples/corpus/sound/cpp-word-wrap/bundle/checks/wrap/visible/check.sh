#!/bin/sh
# Links test.cpp with build/wrap.o, which make has left in your workspace, and runs it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "${COURSEGEN_WORKSPACE:-.}"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
c++ -std=c++17 -Isrc -o "$made/test" "$here/test.cpp" build/wrap.o
"$made/test" "${COURSEGEN_REPORT:-$made/report.xml}"
