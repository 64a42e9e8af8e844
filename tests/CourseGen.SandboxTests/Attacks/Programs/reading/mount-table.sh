#!/bin/sh
# tries: "to learn from its mounts where the host keeps things"
# side: learner
# intact: [host]
cat /proc/self/mountinfo /proc/self/mounts /proc/1/mounts
grep -e /var/tmp -e coursegen -e sessions -e layers -e /root /proc/self/mountinfo && echo 'ESCAPED sees folders of the host'
echo TRIED
