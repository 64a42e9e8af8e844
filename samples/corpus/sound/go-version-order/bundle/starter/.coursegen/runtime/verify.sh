#!/bin/sh
set -eu
export GOPROXY=off GOTOOLCHAIN=local
export GOCACHE="${GOCACHE:-${TMPDIR:-/tmp}/go-build}"
go vet ./...
go build -o sort-versions .
