#!/bin/sh
# tries: "to leave a file in /dev/shm for a later run"
# side: both
# intact: [next_run]
# without: [own_shared_memory]
# next: true
case $1 in
    attack) echo left >/dev/shm/coursegen-left && echo TRIED ;;
    *) cat /dev/shm/coursegen-left 2>/dev/null && rm -f /dev/shm/coursegen-left && echo 'ESCAPED found what an earlier run left' ;;
esac
