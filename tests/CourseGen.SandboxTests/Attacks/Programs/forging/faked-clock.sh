#!/bin/sh
# tries: "to have the check measure the wrong time"
# side: called
# intact: [verdict, checker]
date -s '2001-01-01' >/dev/null 2>&1 && echo 'ESCAPED set the clock'
touch -d '2099-01-01' /workspace/data/prepared /exchange /workspace
(echo 0 >/proc/self/timens_offsets) 2>/dev/null && echo 'ESCAPED changed its time'
echo TRIED
