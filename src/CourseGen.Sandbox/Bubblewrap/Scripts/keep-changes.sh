# Copies what a session changed in its workspace into a new layer. Runs in the session's mount namespace.
#
#   keep-changes.sh LAYER
#
# The overlay's notes on what was deleted (device nodes 0/0 and attributes) are part of it; named pipes and sockets,
# which mean nothing without their processes, are not.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
cp -a /mnt/u/up/. "$1"
find "$1" \( -type p -o -type s \) -delete
chmod -R u+rwX,ug-s "$1"
