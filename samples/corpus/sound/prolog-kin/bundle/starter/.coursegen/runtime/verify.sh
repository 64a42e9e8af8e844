#!/bin/sh
# Reads the rules, so that a missing full stop is named before anything else happens.
set -eu
swipl --on-error=halt --on-warning=print -g halt rules.pl
