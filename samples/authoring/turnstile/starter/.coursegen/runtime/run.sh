#!/bin/sh
# Starts the server on $PORT (8080 unless you say otherwise) and keeps it in the foreground.
set -eu
cd "$(dirname "$0")/../.."
exec perl -Ilib server.pl
