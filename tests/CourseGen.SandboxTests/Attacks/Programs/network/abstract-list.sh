#!/bin/sh
# tries: "to list the sockets of the host"
# side: both
# intact: [host]
# without: [network_namespace]
tail -n +2 /proc/net/unix | grep . && echo 'ESCAPED sees sockets'
tail -q -n +2 /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/packet /proc/net/netlink | grep -v '^sk ' | grep ' 0A ' && echo 'ESCAPED sees servers'
echo TRIED
