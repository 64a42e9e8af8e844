#!/bin/sh
# tries: "to list the folders of the host"
# side: both
# intact: [host]
for folder in /root /home /srv /opt /boot /mnt /media /var/log /var/lib/dpkg /var/lib/apt /var/lib/systemd /var/lib/docker /var/spool /lost+found /sys/class /sys/block /sys/bus /sys/devices /sys/module /sys/kernel /run/systemd /run/user /etc/cron.d; do
    ls -A "$folder" 2>/dev/null | head -n 3 | grep . && echo "ESCAPED listed $folder"
done
echo TRIED
