#!/bin/sh
# tries: "to hand in, as its report, a folder"
# side: checker
# intact: [host, verdict]
# collect: [stolen]
mkdir /report/stolen; echo x >/report/stolen/x
[ -e /report/stolen ] || [ -L /report/stolen ] || exit 1
echo TRIED
