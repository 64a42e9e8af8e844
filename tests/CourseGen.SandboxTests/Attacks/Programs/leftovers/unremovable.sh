#!/bin/sh
# tries: "to leave folders that resist removal"
# side: both
# intact: [checker, next_run]
for folder in /workspace /tmp /exchange; do
    mkdir -p "$folder/a/b/c" && echo x >"$folder/a/b/c/d"
    chattr +i "$folder/a/b/c/d" 2>/dev/null && echo "made immutable in $folder"
    chmod 0 "$folder/a/b/c" "$folder/a/b" "$folder/a"
done
echo TRIED
