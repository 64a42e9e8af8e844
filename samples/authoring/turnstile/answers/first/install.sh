#!/bin/sh
# Brings the modules that the project needs.
set -eu
exec cpanm --quiet --notest --local-lib local --installdeps .
