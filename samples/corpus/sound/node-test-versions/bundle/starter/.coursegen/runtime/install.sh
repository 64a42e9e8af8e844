#!/bin/sh
# Nothing has to be fetched; Node.js has to be there, with the reporters of its test runner.
node -e 'process.exit(parseInt(process.versions.node, 10) < 20 ? 1 : 0)' || { echo "install: this course needs node 20 or newer" >&2; exit 1; }
