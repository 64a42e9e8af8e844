#!/bin/sh
# tries: "to read the memory of the kernel and of the machine"
# side: both
# intact: [host]
for file in /proc/kcore /proc/kpagecount /proc/kpageflags /proc/kmsg /dev/mem /dev/kmem /dev/port /dev/kmsg /proc/vmallocinfo /proc/slabinfo; do
    head -c 16 "$file" >/dev/null 2>&1 && echo "ESCAPED read $file"
done
grep -v '^0*[ ]' /proc/kallsyms 2>/dev/null | head -n 1 | grep . && echo 'ESCAPED addresses of the kernel'
echo TRIED
