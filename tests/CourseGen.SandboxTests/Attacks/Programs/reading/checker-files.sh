#!/bin/sh
# tries: "to read what the checker keeps in its temporary files and its report"
# side: called
# intact: [checker, verdict]
# without: [two_boxes]
cat /tmp/note /report/note /tmp/output /proc/1/root/report/note 2>/dev/null | grep note && echo 'ESCAPED read the note of the checker'
ls /report 2>/dev/null && echo 'ESCAPED sees the report folder'
echo TRIED
