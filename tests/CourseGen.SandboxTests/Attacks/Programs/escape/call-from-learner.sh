#!/bin/sh
# tries: "from the learner's box, to reach the pipes that carry the checker's calls"
# side: called
# intact: [checker, verdict]
# without: [two_boxes]
ls /run/as-learner/request 2>/dev/null && echo 'ESCAPED sees the pipes'
for pipe in /run/as-learner /mnt/call /proc/1/root/mnt/call; do
    ls "$pipe"/* 2>/dev/null && echo "ESCAPED sees $pipe"
done
echo TRIED
