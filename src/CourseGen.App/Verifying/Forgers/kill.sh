#!/bin/sh
# Stands in for the learner's program: kills every process it can see, so that no judge is left.
for process in /proc/[0-9]*; do
    number=${process#/proc/}
    [ "$number" = "$$" ] || kill -9 "$number" 2>/dev/null
done
kill -9 -1 2>/dev/null
exit 0
