#!/bin/sh
# tries: "to read the hidden suite where the checker has it"
# side: called
# intact: [checks, verdict]
# without: [two_boxes]
for file in /checks/answer /checks/check.sh /proc/1/root/checks/answer /workspace/checks/answer /mnt/k/0/answer; do
    cat "$file" 2>/dev/null && echo "ESCAPED read $file"
done
ls -d /checks 2>/dev/null && echo 'ESCAPED there is /checks'
echo TRIED
