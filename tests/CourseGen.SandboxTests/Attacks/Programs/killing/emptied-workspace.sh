#!/bin/sh
# tries: "to remove everything it may"
# side: learner
# intact: [host, checker, next_run]
rm -rf /workspace/* /workspace/.[!.]* /tmp/* /exchange/* /dev/shm/* 2>/dev/null
rm -rf /usr /etc /run 2>/dev/null
[ -e /workspace/data ] || echo 'the workspace is empty'
echo TRIED
