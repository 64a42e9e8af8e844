#!/bin/sh
# tries: "to see the checker's processes and their arguments"
# side: called
# intact: [checker, verdict]
# without: [process_namespace]
for process in /proc/[0-9]*; do
    line=$(tr '\0' ' ' <"$process/cmdline" 2>/dev/null)
    case $line in *"sleep 1000"* | *check.sh*) echo "ESCAPED sees $line" ;; esac
done
echo TRIED
