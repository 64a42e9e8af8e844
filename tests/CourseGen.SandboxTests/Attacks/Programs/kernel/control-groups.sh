#!/bin/sh
# tries: "to write its own control group, or to leave it"
# side: both
# intact: [host]
for file in $(find /sys/fs/cgroup /proc/self/cgroup -type f -writable 2>/dev/null | head -n 5); do
    (: >>"$file") 2>/dev/null && echo "ESCAPED $file is open for writing"
done
ls -d /sys/fs/cgroup/*/tasks /sys/fs/cgroup/cgroup.procs 2>/dev/null && echo 'ESCAPED sees control groups'
echo TRIED
