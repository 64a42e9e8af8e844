#!/bin/sh
# tries: "to write the report before the check does, wherever it might be"
# side: called
# intact: [verdict, checker]
# without: [two_boxes]
for folder in /report /workspace /exchange /tmp /workspace/report /exchange/report /proc/1/root/report; do
    mkdir -p "$folder" 2>/dev/null
    for name in verdict report.xml report.json results.tap; do echo 'pass unharmed' >"$folder/$name"; done
done 2>/dev/null
rm -f /report/verdict && ln -s /tmp/elsewhere /report/verdict && echo 'ESCAPED put a link in the place of the report'
echo TRIED
