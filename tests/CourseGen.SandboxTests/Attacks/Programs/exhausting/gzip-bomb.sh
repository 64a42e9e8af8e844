#!/bin/sh
# tries: "to unpack a bomb in a pipe"
# side: both
# ending: over disk
# limits: {disk_mb: 4}
# intact: [host]
# without: [sized_folders]
echo TRIED
head -c 60000000 /dev/zero | gzip | gzip -d >/tmp/bomb || exit 1
echo 'ESCAPED unpacked 60 MB'
