#!/bin/sh
# tries: "to remove everything it may"
# side: learner
# intact: [host, checker, next_run]
rm -rf /workspace/* /workspace/.[!.]* /tmp/* /exchange/* /dev/shm/* 2>/dev/null
# Not the whole of /usr: a walk over it costs as much time as the machine has programs.
rm -rf /usr/bin /usr/sbin /etc /run 2>/dev/null
[ -x /usr/bin/env ] || echo 'ESCAPED removed a program of the machine'
[ -e /workspace/data ] || echo 'the workspace is empty'
echo TRIED
