#!/bin/sh
# tries: "to read the environment and memory of the checker's processes"
# side: called
# intact: [checker, verdict]
cat /proc/[0-9]*/environ 2>/dev/null | tr '\0' '\n' | grep CHECKER_SECRET && echo 'ESCAPED read the environment of the checker'
for process in /proc/[0-9]*; do
    grep -a -o 'HIDDEN-[0-9a-f]*' "$process/mem" 2>/dev/null && echo 'ESCAPED read the memory of the checker'
done
echo TRIED
