#!/bin/sh
# tries: "to make files in /dev, where no limit counts them"
# side: both
# intact: [next_run]
# without: [read_only_devices]
(: >/dev/new) 2>/dev/null && echo 'ESCAPED made a file in /dev'
mkdir /dev/folder 2>/dev/null && echo 'ESCAPED made a folder in /dev'
ln -s /tmp /dev/log 2>/dev/null && echo 'ESCAPED made a link in /dev'
echo TRIED
