#!/bin/sh
# Compiles every file without running it.
set -eu
perl -wc lib/Turnstile.pm
