#!/bin/sh
# Shows everything that another run could have left for this one.
cd /
ls -laR --time-style=+ /workspace /tmp /exchange /dev/shm /report /run /checks 2>&1
ls -a / /dev
cat /workspace/data/prepared
for folder in /proc/[0-9]*; do
    read -r name <"$folder/comm"
    case $name in look* | init | tini*) ;; *) echo "process $name" ;; esac
done
tail -n +2 /proc/sysvipc/shm /proc/sysvipc/msg /proc/sysvipc/sem /proc/net/unix /proc/net/tcp /proc/net/udp
env | sed '/^PWD=/d; /^CANARY_/d; /^NEIGHBOUR_/d; /^HOST_ADDRESS/d' | sort
ulimit -a
