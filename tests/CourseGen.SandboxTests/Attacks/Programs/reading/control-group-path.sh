#!/bin/sh
# tries: "to learn from its control group which engine and session it is in"
# side: both
# intact: [host]
# without: [control_group_namespace]
cat /proc/self/cgroup
grep coursegen /proc/self/cgroup && echo 'ESCAPED sees the path of its control group'
echo TRIED
