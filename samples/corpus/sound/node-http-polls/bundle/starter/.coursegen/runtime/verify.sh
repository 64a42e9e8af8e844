#!/bin/sh
set -e
for file in server.js src/*.js; do node --check "$file"; done
