#!/bin/sh
# tries: "to put a link in the place of the whole report folder"
# side: checker
# intact: [host, verdict]
# collect: [stolen]
mv /report /report.old 2>/dev/null && echo 'ESCAPED moved the folder'
rmdir /report 2>/dev/null && echo 'ESCAPED removed the folder'
ln -sfn "$CANARY_FOLDER" /report 2>/dev/null
ls -l /report | grep secret && echo 'ESCAPED the folder leads to the host'
ln -s "$CANARY_FOLDER" /report/stolen
echo TRIED
