#!/bin/sh
# tries: "to change the programs and libraries of the host"
# side: both
# intact: [host, next_run]
for file in /usr/bin/sh /usr/lib/x86_64-linux-gnu/libc.so.6 /usr/lib/python3/dist-packages/sitecustomize.py /usr/local/bin/cat \
    /etc/ld.so.preload /etc/ld.so.cache /etc/profile /etc/passwd /bin/new /lib/new /usr/new; do
    (: >>"$file") 2>/dev/null && echo "ESCAPED opened $file for writing"
    mv "$file" "$file.old" 2>/dev/null && echo "ESCAPED moved $file"
done
echo TRIED
