#!/bin/sh
# tries: "to make files and folders outside the folders that are given to it"
# side: both
# intact: [next_run]
# without: [read_only_root]
for place in / /run /var /var/log /root /home /opt; do
    mkdir -p "$place/new" 2>/dev/null && echo "ESCAPED made a folder in $place"
    (: >"$place/file") 2>/dev/null && echo "ESCAPED made a file in $place"
done
echo TRIED
