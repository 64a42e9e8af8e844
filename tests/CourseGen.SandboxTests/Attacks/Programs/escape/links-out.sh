#!/bin/sh
# tries: "to read and write the host through links in every folder it may write"
# side: both
# intact: [host, checks]
# without: [own_folders]
for folder in /tmp /workspace /exchange /dev/shm; do
    ln -s "$CANARY_FOLDER" "$folder/out" 2>/dev/null
    cat "$folder/out/secret" 2>/dev/null && echo "ESCAPED read the host through $folder"
    echo changed >>"$folder/out/added" 2>/dev/null && echo "ESCAPED wrote the host through $folder"
done
echo TRIED
