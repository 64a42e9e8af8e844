#!/bin/sh
set -eu
export GOPROXY=off GOTOOLCHAIN=local
export GOCACHE="${GOCACHE:-${TMPDIR:-/tmp}/go-build}"
go build -o sort-versions .
