#!/bin/sh
# tries: "to have something started later by the host"
# side: both
# intact: [host, next_run]
for folder in /etc/cron.d /var/spool/cron /var/spool/cron/crontabs /etc/systemd/system /run/systemd/system /etc/profile.d /etc/init.d /root/.config /usr/lib/systemd/system; do
    (: >"$folder/later") 2>/dev/null && echo "ESCAPED wrote $folder"
done
echo 'touch /tmp/x' | at now 2>/dev/null && echo 'ESCAPED scheduled a job'
crontab -l >/dev/null 2>&1 && echo 'ESCAPED has a crontab'
systemctl list-units >/dev/null 2>&1 && echo 'ESCAPED speaks to systemd'
echo TRIED
