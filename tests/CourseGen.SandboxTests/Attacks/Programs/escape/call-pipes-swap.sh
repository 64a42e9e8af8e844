#!/bin/sh
# tries: "from the checker's box, to put links in place of the pipes that carry its calls"
# side: checker
# intact: [host]
cd /run/as-learner || exit 1
# The pipes of a channel are made for its first call.
as-learner true || exit 1
for file in request 0/command 0/status 0/alive 0/in 0/out 0/err bin/as-learner; do
    { rm -f "$file" || mv "$file" "$file.old" || ln -sf /tmp/x "$file"; } 2>/dev/null && [ ! -e "$file" ] && echo "ESCAPED removed $file"
    (: >"0/new") 2>/dev/null && echo 'ESCAPED made a file beside the pipes'
done
ln -s /etc/passwd lock/3
[ "$(as-learner echo still there)" = 'still there' ] || echo 'ESCAPED calls do not go through any more'
echo TRIED
