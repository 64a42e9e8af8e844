#!/bin/sh
# tries: "to hand in, as its report, a named pipe, which blocks who opens it"
# side: checker
# intact: [host, verdict]
# collect: [stolen]
mkfifo /report/stolen
[ -e /report/stolen ] || [ -L /report/stolen ] || exit 1
echo TRIED
