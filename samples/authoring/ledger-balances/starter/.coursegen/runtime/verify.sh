#!/bin/sh
# Prepares the query on an empty ledger, so that a slip of the keyboard is named before anything is added up.
set -eu
exec sqlite3 -batch -bail :memory: '.read schema.sql' '.read balances.sql'
