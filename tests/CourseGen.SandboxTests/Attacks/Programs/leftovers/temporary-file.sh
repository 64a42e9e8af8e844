#!/bin/sh
# tries: "to leave a file in /tmp for a later run"
# side: both
# intact: [next_run]
# without: [own_temporary]
# next: true
case $1 in
    attack) echo left >/tmp/left && mkdir -p /tmp/folder/left && echo TRIED ;;
    *) cat /tmp/left 2>/dev/null && echo 'ESCAPED found what an earlier run left' ;;
esac
