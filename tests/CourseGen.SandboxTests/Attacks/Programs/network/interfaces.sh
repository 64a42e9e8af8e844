#!/bin/sh
# tries: "to see the interfaces, addresses, routes and neighbours of the host"
# side: both
# intact: [host]
# without: [network_namespace]
cut -d: -f1 /proc/net/dev | tail -n +3 | grep -v '^ *lo$' && echo 'ESCAPED sees an interface'
tail -n +2 /proc/net/route | grep . && echo 'ESCAPED sees a route'
tail -n +2 /proc/net/arp | grep . && echo 'ESCAPED sees neighbours'
grep -v ' lo$' /proc/net/if_inet6 && echo 'ESCAPED sees an address'
echo TRIED
