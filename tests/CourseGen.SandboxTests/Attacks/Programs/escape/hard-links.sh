#!/bin/sh
# tries: "to keep files of the host by hard links"
# side: both
# intact: [host]
# without: [own_folders]
for folder in /tmp /workspace /exchange; do
    ln "$CANARY_FOLDER/secret" "$folder/kept" 2>/dev/null && echo ESCAPED
    ln /usr/bin/su "$folder/su" 2>/dev/null && echo 'ESCAPED linked a program of the host'
done
ls "$CANARY_FOLDER" 2>/dev/null && echo 'ESCAPED sees the folder of the host'
echo TRIED
