#!/bin/sh
# tries: "to add interfaces, addresses, routes and rules"
# side: both
# intact: [checker]
ip link add probe type dummy 2>/dev/null && echo 'ESCAPED added an interface'
ip link set lo down 2>/dev/null && echo 'ESCAPED took the loopback down'
ip addr add 10.9.8.7/24 dev lo 2>/dev/null && echo 'ESCAPED added an address'
ip route add default dev lo 2>/dev/null && echo 'ESCAPED added a route'
iptables -A OUTPUT -j DROP 2>/dev/null && echo 'ESCAPED added a rule'
echo TRIED
