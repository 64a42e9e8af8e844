#!/bin/sh
set -e
for file in index.php src/*.php; do php -l "$file"; done
