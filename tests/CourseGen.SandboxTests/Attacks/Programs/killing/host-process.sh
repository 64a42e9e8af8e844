#!/bin/sh
# tries: "to end a process of the host that runs as the same user"
# side: learner
# intact: [processes]
# without: [process_namespace]
kill -0 "$CANARY_PID" 2>/dev/null && echo 'ESCAPED could signal a process of the host'
kill -KILL "$CANARY_PID" 2>/dev/null
echo TRIED
