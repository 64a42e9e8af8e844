#!/bin/sh
# tries: "to write more into /report than it may"
# side: checker
# ending: over disk
# limits: {disk_mb: 4}
# intact: [host]
# without: [sized_folders]
echo TRIED
head -c 20000000 /dev/zero >/report/full || exit 1
echo 'ESCAPED wrote 20 MB'
