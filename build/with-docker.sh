#!/usr/bin/env bash
# Runs a command with a container engine to talk to at $DOCKER_HOST: the one that is there, or else a Docker engine of its
# own, in a folder of its own, which is gone afterwards.
#
#   build/with-docker.sh COMMAND [ARGUMENT...]
#
# An engine of its own takes root and the program dockerd. Where there is none to be had, this says why and the command
# runs all the same: what needs an engine fails then, and says that it does.
set -euo pipefail

answers() { curl --silent --fail --max-time 5 --output /dev/null --unix-socket "${1#unix://}" http://engine/_ping 2>/dev/null; }

if [ -n "${DOCKER_HOST:-}" ]; then exec "$@"; fi
if answers unix:///var/run/docker.sock; then exec "$@"; fi
if [ "$(id -u)" -ne 0 ] || ! command -v dockerd >/dev/null 2>&1; then
  echo "No container engine answers at /var/run/docker.sock, and starting one takes root and dockerd (Debian: docker.io)." >&2
  exec "$@"
fi

# The path of a socket has to be short.
folder="$(mktemp -d /tmp/coursegen-docker-XXXXXX)"
export DOCKER_HOST="unix://$folder/socket"

# No bridge and no packet filter: boxes have no network but loopback, or the machine's own. It starts a program of its own
# for each step of a container: with rarer garbage collections these take a tenth less.
GOGC=800 dockerd --host "$DOCKER_HOST" --data-root "$folder/data" --exec-root "$folder/exec" --pidfile "$folder/pid" \
  --bridge none --iptables=false --ip6tables=false >"$folder/log" 2>&1 &
engine=$!

stop() {
  kill "$engine" 2>/dev/null || true
  for _ in $(seq 150); do kill -0 "$engine" 2>/dev/null || break; sleep 0.2; done
  kill -9 "$engine" 2>/dev/null || true
  wait "$engine" 2>/dev/null || true
  # Its containerd ends with it, unless it was cut off.
  containerd="$(cat "$folder/exec/containerd/containerd.pid" 2>/dev/null || true)"
  [ -z "$containerd" ] || kill -9 "$containerd" 2>/dev/null || true
  # An engine that was cut off leaves mounts, which a folder cannot be removed with.
  awk -v folder="$folder/" 'index($5, folder) == 1 { print $5 }' /proc/self/mountinfo | sort -r | while read -r mount; do umount -l "$mount" || true; done
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

for _ in $(seq 150); do
  answers "$DOCKER_HOST" && break
  kill -0 "$engine" 2>/dev/null || break
  sleep 0.2
done
if ! answers "$DOCKER_HOST"; then
  echo "The Docker engine did not start; its last words:" >&2
  tail -n 5 "$folder/log" >&2
fi

status=0
"$@" || status=$?
exit "$status"
