#!/bin/sh
# tries: "to become root by the programs of the host that run as their owner"
# side: both
# intact: [host]
for program in su mount umount newgrp passwd chsh gpasswd sudo pkexec; do
    [ -u "/usr/bin/$program" ] && echo "$program runs as its owner"
done
su -c 'echo ESCAPED as root' </dev/null 2>/dev/null
sudo -n sh -c 'echo ESCAPED as root' 2>/dev/null
mount -t tmpfs none /tmp 2>/dev/null && echo 'ESCAPED mounted'
newgrp root -c 'id -g' </dev/null 2>/dev/null | grep '^0$' && echo 'ESCAPED in the group of root'
echo TRIED
