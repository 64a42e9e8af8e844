#!/bin/sh
# tries: "to hand in, as its report, a link to the root of another process"
# side: checker
# intact: [host, verdict]
# collect: [stolen]
ln -s "/proc/1/root$CANARY_FOLDER/secret" /report/stolen
[ -e /report/stolen ] || [ -L /report/stolen ] || exit 1
echo TRIED
