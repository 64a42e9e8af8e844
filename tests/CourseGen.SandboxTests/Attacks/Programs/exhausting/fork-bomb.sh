#!/bin/sh
# tries: "to start processes that start processes"
# side: both
# ending: over processes
# limits: {cpu_ms: 1500, processes: 30, wall_ms: 8000}
# intact: [processes, checker]
echo TRIED
bomb() { bomb | bomb & }
bomb
n=0
while [ $n -lt 100000 ]; do n=$((n + 1)); done
exit 1
