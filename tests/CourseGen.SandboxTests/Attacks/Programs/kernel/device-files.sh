#!/bin/sh
# tries: "to open the devices of the host"
# side: both
# intact: [host]
# without: [own_devices]
for name in vda sda nvme0n1 loop0 fuse net/tun kvm vsock userfaultfd autofs btrfs-control mapper/control ttyS0 tty0 console vhost-net snapshot; do
    (: <"/dev/$name") 2>/dev/null && echo "ESCAPED opened /dev/$name"
done
# Message queues are those of the box's own namespace.
for file in $(ls /dev); do
    case $file in console | core | fd | full | mqueue | null | ptmx | pts | random | shm | std* | tty | urandom | zero) ;; *) echo "ESCAPED there is /dev/$file" ;; esac
done
echo TRIED
