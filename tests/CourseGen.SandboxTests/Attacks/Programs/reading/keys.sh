#!/bin/sh
# tries: "to list the keys of the kernel"
# side: both
# intact: [host]
cat /proc/keys /proc/key-users 2>/dev/null
grep -e user: -e asymmetri /proc/keys 2>/dev/null | grep -v -e _uid -e _ses && echo 'ESCAPED sees keys'
echo TRIED
