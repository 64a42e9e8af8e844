#!/bin/sh
# tries: "to fill the shared folder, so that the checker cannot work"
# side: called
# limits: {disk_mb: 4}
# intact: [checker, verdict]
# without: [sized_folders]
# learner_limit: disk
head -c 30000000 /dev/zero >/exchange/full 2>/dev/null
[ "$(stat -c %s /exchange/full)" -lt 29000000 ] || echo 'ESCAPED filled the folder beyond its limit'
echo TRIED
exit 1
