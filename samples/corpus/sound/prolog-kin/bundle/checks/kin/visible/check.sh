#!/bin/sh
exec swipl "$(dirname "$0")/test.pl" -- "${COURSEGEN_WORKSPACE:-.}/rules.pl"
