#!/bin/sh
# tries: "to learn who the host is: names, accounts, keys"
# side: both
# intact: [host]
# without: [own_settings]
for file in machine-id shadow gshadow sudoers ssh/ssh_host_rsa_key ssh/sshd_config fstab mailname crontab; do
    ls -d "/etc/$file" 2>/dev/null && echo "ESCAPED there is /etc/$file"
done
find /etc -name '*key*' -path '*private*' 2>/dev/null | grep . && echo 'ESCAPED sees private keys'
[ "$(uname -n)" = box ] || echo 'ESCAPED knows the name of the host'
[ ! -e /etc/hostname ] || [ "$(cat /etc/hostname)" = box ] || echo 'ESCAPED reads the name of the host'
[ "$(wc -l </etc/passwd)" -le 3 ] || echo 'ESCAPED sees the accounts of the host'
grep -v -e localhost -e ip6- /etc/hosts | grep '^[^#]' && echo 'ESCAPED sees the hosts of the host'
echo TRIED
