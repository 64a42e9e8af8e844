#!/bin/sh
# tries: "to hand in, as its report, a link into /proc, which the reader would follow as itself"
# side: checker
# intact: [host, verdict]
# without: [naive_reports]
# collect: [stolen]
ln -s /proc/self/environ /report/stolen
[ -e /report/stolen ] || [ -L /report/stolen ] || exit 1
echo TRIED
