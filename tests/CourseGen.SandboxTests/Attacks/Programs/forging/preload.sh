#!/bin/sh
# tries: "to have a library of its own loaded into the check"
# side: called
# intact: [verdict, checker]
printf 'int x;' >/tmp/x.c
for file in /etc/ld.so.preload /etc/ld.so.conf.d/x.conf /workspace/ld.so.preload; do
    echo /workspace/evil.so >"$file" 2>/dev/null && [ "${file#/etc}" != "$file" ] && echo "ESCAPED wrote $file"
done
export LD_PRELOAD=/workspace/evil.so LD_LIBRARY_PATH=/workspace ENV=/workspace/evil BASH_ENV=/workspace/evil
echo 'echo ESCAPED ran in the check' >/workspace/evil
echo TRIED
