#!/bin/sh
# tries: "to hand in, as its report, a link to another file of the folder"
# side: checker
# intact: [host, verdict]
# without: [naive_reports]
# collect: [stolen]
echo x >/report/real; ln -s real /report/stolen
[ -e /report/stolen ] || [ -L /report/stolen ] || exit 1
echo TRIED
