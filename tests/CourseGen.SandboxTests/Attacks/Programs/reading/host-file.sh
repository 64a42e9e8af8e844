#!/bin/sh
# tries: to read a file of the host that anybody on the host may read, by its path and through /proc
# side: both
# intact: [host]
# without: [own_folders]
for root in '' /proc/1/root /proc/self/root /proc/$$/cwd/../.. /oldroot /newroot; do
    cat "$root$CANARY_FOLDER/secret" "$root$CANARY_SHM_FILE" 2>/dev/null && echo "ESCAPED read by way of $root"
done
echo TRIED
