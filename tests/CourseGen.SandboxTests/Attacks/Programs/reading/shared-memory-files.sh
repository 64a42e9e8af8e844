#!/bin/sh
# tries: "to read the shared memory files of the host and of others"
# side: both
# intact: [host]
# without: [own_shared_memory]
cat "$CANARY_SHM_FILE" 2>/dev/null && echo 'ESCAPED read shared memory of the host'
ls -A /dev/shm | grep . && echo 'ESCAPED /dev/shm is not empty'
echo TRIED
