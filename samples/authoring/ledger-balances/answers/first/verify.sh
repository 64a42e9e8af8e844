#!/bin/sh
# Prepares the query, so that a slip of the keyboard is named before anything is added up.
set -eu
exec sqlite3 -batch -bail :memory: '.read balances.sql'
