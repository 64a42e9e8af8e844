#!/bin/sh
# tries: "to find the files of another learner who works at the same time"
# side: both
# intact: [neighbour]
for place in /workspace /tmp /dev/shm /exchange /var/tmp /mnt/w /mnt/x /proc/1/root/tmp; do
    cat "$place/secret" 2>/dev/null && echo "ESCAPED read $place/secret"
done
find / -xdev -name secret -not -path '/usr/*' 2>/dev/null | grep . && echo 'ESCAPED found a secret'
ls -d /var/tmp/coursegen* /tmp/coursegen* 2>/dev/null && echo 'ESCAPED sees the folder of the engine'
echo TRIED
