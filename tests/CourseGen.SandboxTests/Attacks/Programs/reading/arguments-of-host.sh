#!/bin/sh
# tries: "to read the arguments of the processes of the host"
# side: both
# intact: [host, processes]
# without: [process_namespace]
cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' ' '
[ -e "/proc/$CANARY_PID/cmdline" ] && grep -a canary "/proc/$CANARY_PID/cmdline" && echo 'ESCAPED sees the process of the host'
ps ax 2>/dev/null
echo TRIED
