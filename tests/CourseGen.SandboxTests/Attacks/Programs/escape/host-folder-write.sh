#!/bin/sh
# tries: "to write a file of the host that anybody on the host may write"
# side: both
# intact: [host]
# without: [own_folders]
echo changed >>"$CANARY_FOLDER/secret" && echo 'ESCAPED changed a file'
echo new >"$CANARY_FOLDER/new" && echo 'ESCAPED made a file'
rm -f "$CANARY_SHM_FILE" 2>/dev/null
mkdir -p "$CANARY_FOLDER" && echo 'made a folder of that name within the box'
echo TRIED
