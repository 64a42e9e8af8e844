#!/bin/sh
# tries: "to climb out of its folder by `..`"
# side: both
# intact: [host]
# without: [own_folders]
up=
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    up=../$up
    cat "$up$CANARY_FOLDER/secret" 2>/dev/null && echo 'ESCAPED read a file of the host'
done
echo TRIED
