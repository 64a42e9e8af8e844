#!/bin/sh
# Loads everything as the server does, without starting it.
set -eu
perl -Ilib -wc server.pl
exec perl -Ilib -wc lib/Turnstile.pm
