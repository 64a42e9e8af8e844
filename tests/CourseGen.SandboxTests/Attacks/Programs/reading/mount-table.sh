#!/bin/sh
# tries: "to learn from its mounts where the host keeps things"
# side: learner
# intact: [host]
# gap: "Containers show in their mount table where the container engine keeps its files."
# gap_in: [oci]
cat /proc/self/mountinfo /proc/self/mounts /proc/1/mounts
grep -e 'lowerdir=/' -e /var/tmp -e coursegen -e sessions -e layers -e /root /proc/self/mountinfo && echo 'ESCAPED sees folders of the host'
echo TRIED
