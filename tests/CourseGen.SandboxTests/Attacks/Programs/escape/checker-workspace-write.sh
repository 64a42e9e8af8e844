#!/bin/sh
# tries: "from the checker's box, to change the learner's work"
# side: checker
# intact: [next_run]
(echo x >>/workspace/data/prepared) 2>/dev/null && echo 'ESCAPED changed the work'
mkdir /workspace/new 2>/dev/null && echo 'ESCAPED made a folder'
touch /workspace/data 2>/dev/null && echo 'ESCAPED touched a folder'
echo TRIED
