#!/bin/sh
# tries: "to find the root that was there before its own"
# side: both
# intact: [host]
for folder in /oldroot /newroot /.old /put_old /mnt /host /proc/1/root/oldroot /tmp/oldroot /tmp/newroot; do
    ls -A "$folder" 2>/dev/null | grep . && echo "ESCAPED found $folder"
done
echo TRIED
