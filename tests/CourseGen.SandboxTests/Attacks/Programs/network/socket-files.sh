#!/bin/sh
# tries: "to find the sockets of the host's services: containers, systemd, agents"
# side: both
# intact: [host]
for file in /var/run/docker.sock /run/docker.sock /run/podman/podman.sock /run/containerd/containerd.sock /run/systemd/private /run/dbus/system_bus_socket /run/user/*/bus /tmp/.X11-unix/X0; do
    [ -e "$file" ] && echo "ESCAPED there is $file"
done
find / -xdev -type s -not -path '/proc/*' 2>/dev/null | grep . && echo 'ESCAPED found a socket'
echo TRIED
