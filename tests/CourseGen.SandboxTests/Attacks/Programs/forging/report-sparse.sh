#!/bin/sh
# tries: "to hand in, as its report, a file of a terabyte that takes no space"
# side: checker
# intact: [host, verdict]
# collect: [stolen]
truncate -s 1T /report/stolen || truncate -s 1G /report/stolen
[ -e /report/stolen ] || [ -L /report/stolen ] || exit 1
echo TRIED
