#!/bin/sh
# Tries clock.sh on a few cases.
[ "$(./clock.sh 08:09 1)" = 08:10 ] && [ "$(./clock.sh 23:59 1)" = 00:00 ] && [ "$(./clock.sh 12:00 4320)" = 12:00 ] && ! ./clock.sh 24:00 0
