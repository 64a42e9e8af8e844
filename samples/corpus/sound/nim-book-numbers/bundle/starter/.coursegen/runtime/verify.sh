#!/bin/sh
set -eu
cache=$(mktemp -d)
trap 'rm -rf "$cache"' EXIT
nim c --hints:off --verbosity:0 --nimcache:"$cache" books.nim
