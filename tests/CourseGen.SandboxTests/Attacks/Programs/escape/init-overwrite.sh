#!/bin/sh
# tries: "to overwrite the program that starts it, by its path and by the links of /proc"
# side: both
# intact: [host, next_run]
for file in /run/init /proc/1/exe /run/command /run/as-learner/bin/as-learner; do
    (: >>"$file") 2>/dev/null && echo "ESCAPED opened $file for writing"
    # Not every engine has all of them.
    [ "$file" = /run/init ] && [ -e "$file" ] && rm -f "$file" 2>/dev/null && [ ! -e "$file" ] && echo 'ESCAPED removed the init'
done
echo TRIED
