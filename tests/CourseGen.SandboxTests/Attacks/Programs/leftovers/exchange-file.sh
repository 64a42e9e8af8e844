#!/bin/sh
# tries: "to leave a file in the shared folder for a later run"
# side: both
# intact: [next_run]
# without: [own_exchange]
# next: true
case $1 in
    attack) echo left >/exchange/left; mkdir -p /exchange/a/b; echo TRIED ;;
    *) ls -A /exchange | grep . && echo 'ESCAPED found what an earlier run left' ;;
esac
