#!/bin/sh
# tries: "to open for writing the files of /proc and /sys that steer the machine"
# side: both
# intact: [host]
for file in /proc/sys/kernel/core_pattern /proc/sys/kernel/modprobe /proc/sys/kernel/panic /proc/sysrq-trigger \
    /proc/sys/vm/drop_caches /proc/sys/vm/overcommit_memory /proc/sys/net/ipv4/ip_forward /proc/sys/fs/binfmt_misc/register \
    /proc/irq/default_smp_affinity /sys/kernel/uevent_helper /sys/power/state /sys/kernel/mm/ksm/run; do
    (: >>"$file") 2>/dev/null && echo "ESCAPED $file is open for writing"
done
# The same value again does no harm. Queues, segments, semaphores and process ids belong to the box's own namespaces.
for file in $(find /proc/sys /sys -type f -writable 2>/dev/null | grep -v -e pid_max -e last_pid -e /fs/mqueue/ -e /kernel/shm -e /kernel/msg -e /kernel/sem -e msgmni -e /kernel/auto_ | head -n 5); do
    cat "$file" 2>/dev/null >/tmp/value && cat /tmp/value >"$file" && echo "ESCAPED wrote $file"
done 2>/dev/null
echo TRIED
