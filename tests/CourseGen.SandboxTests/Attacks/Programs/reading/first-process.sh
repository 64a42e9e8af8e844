#!/bin/sh
# tries: "to learn from the first process of its box what started it"
# side: both
# intact: [host]
for file in environ cmdline exe cwd root maps; do
    readlink "/proc/1/$file" || tr '\0' '\n' <"/proc/1/$file"
done 2>/dev/null | grep -v -e '^/workspace' -e '^CANARY_' | grep -e bwrap -e nsenter -e dotnet -e coursegen -e /var/tmp && echo 'ESCAPED sees what started it'
[ "$(ls /proc | grep -c '^[0-9]*$')" -lt 20 ] || echo 'ESCAPED sees the processes outside'
echo TRIED
