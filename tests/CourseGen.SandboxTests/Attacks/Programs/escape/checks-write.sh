#!/bin/sh
# tries: "from the checker's box, to change the hidden suite for the runs to come"
# side: checker
# intact: [checks, next_run]
# without: [read_only_checks]
echo 'exit 0' >>/checks/check.sh
echo new >/checks/new && echo 'ESCAPED added a check'
rm -f /checks/answer && echo 'ESCAPED removed a check'
chmod 0 /checks 2>/dev/null && echo 'ESCAPED closed the suite'
echo TRIED
