#!/bin/sh
# tries: "to count the processes of the machine"
# side: both
# intact: [processes]
# without: [process_namespace]
count=$(ls -d /proc/[0-9]* | wc -l)
echo "$count processes"
[ "$count" -lt 12 ] || echo "ESCAPED sees $count processes"
echo TRIED
