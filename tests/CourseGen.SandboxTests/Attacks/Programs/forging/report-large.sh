#!/bin/sh
# tries: "to hand in, as its report, a file larger than a report may be"
# side: checker
# intact: [host, verdict]
# without: [naive_reports]
# collect: [stolen]
head -c 100000 /dev/zero >/report/stolen
[ -e /report/stolen ] || [ -L /report/stolen ] || exit 1
echo TRIED
