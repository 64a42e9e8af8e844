#!/bin/sh
exec node --test-reporter=junit --test-reporter-destination="$COURSEGEN_REPORT" "$COURSEGEN_CHECKS/hidden.test.js"
