#!/bin/sh
# tries: "to write more into /dev/shm than it may"
# side: both
# ending: over disk
# limits: {disk_mb: 4}
# intact: [host]
# without: [sized_folders]
echo TRIED
head -c 20000000 /dev/zero >/dev/shm/full || exit 1
echo 'ESCAPED wrote 20 MB'
