#!/bin/sh
# tries: "to move the folders that are mounted for it"
# side: both
# intact: [next_run]
for folder in /workspace /tmp /exchange /dev/shm /usr /proc; do
    mv "$folder" "$folder.old" 2>/dev/null && echo "ESCAPED moved $folder"
    rmdir "$folder" 2>/dev/null && echo "ESCAPED removed $folder"
done
echo TRIED
