#!/bin/sh
# tries: "to close its folders while the checker waits"
# side: called
# intact: [checker, verdict]
chmod 0 /workspace /tmp /dev/shm /exchange 2>/dev/null
echo TRIED
