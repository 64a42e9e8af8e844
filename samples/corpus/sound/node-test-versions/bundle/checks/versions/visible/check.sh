#!/bin/sh
here=${COURSEGEN_CHECKS:-$(cd "$(dirname "$0")" && pwd)}
exec node --test-reporter=tap "$here/visible.test.js"
