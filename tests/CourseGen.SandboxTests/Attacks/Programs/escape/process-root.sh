#!/bin/sh
# tries: "to find the root of the host behind the links of /proc"
# side: both
# intact: [host]
# without: [own_folders]
for link in /proc/[0-9]*/root /proc/[0-9]*/cwd /proc/self/task/*/root /proc/1/root/proc/1/root; do
    cat "$link$CANARY_FOLDER/secret" 2>/dev/null && echo "ESCAPED read by way of $link"
    ls "$link/root" "$link/home" "$link/boot" 2>/dev/null && echo "ESCAPED sees the host by way of $link"
done
echo TRIED
