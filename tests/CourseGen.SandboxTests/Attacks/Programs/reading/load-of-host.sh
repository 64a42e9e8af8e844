#!/bin/sh
# tries: "to watch what the machine does: its load, its memory, its kernel and how many processes it has"
# side: learner
# intact: [host]
# gap: "Load, memory and kernel of the host can be read in /proc."
cat /proc/loadavg /proc/meminfo /proc/version /proc/cmdline | head -n 4
[ "$(stat -c %h /proc)" -gt 40 ] && echo 'ESCAPED counts the processes of the machine by the links of /proc'
[ -s /proc/cmdline ] && echo 'ESCAPED reads the command line of the kernel'
echo TRIED
