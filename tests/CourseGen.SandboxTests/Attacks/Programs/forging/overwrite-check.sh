#!/bin/sh
# tries: "to overwrite the check while it runs"
# side: called
# intact: [verdict, checks]
# without: [two_boxes]
for file in /checks/check.sh /workspace/check.sh /exchange/check.sh; do
    echo 'echo "pass unharmed" >/report/verdict; exit 0' >>"$file"
done 2>/dev/null
grep -q unharmed /checks/check.sh && echo 'ESCAPED the check is within reach'
echo TRIED
