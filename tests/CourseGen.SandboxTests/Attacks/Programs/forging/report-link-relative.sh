#!/bin/sh
# tries: "to hand in, as its report, a link that climbs out by `..`"
# side: checker
# intact: [host, verdict]
# without: [naive_reports]
# collect: [stolen]
ln -s "../../../../../..$CANARY_FOLDER/secret" /report/stolen
[ -e /report/stolen ] || [ -L /report/stolen ] || exit 1
echo TRIED
