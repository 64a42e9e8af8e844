#!/usr/bin/env bash
# Installs what CourseGen needs on this machine, and nothing that is already there.
# As root it installs; otherwise it prints the one command to run and exits non-zero.
set -euo pipefail
cd "$(dirname "$0")/.."

# What is looked for, and Debian's package that brings it.
needed=(
  bwrap:bubblewrap
  tini:tini
  ip:iproute2
  curl:curl
  unshare:util-linux
  git:git
  python3:python3
  gcc:gcc
  perl:perl
  sqlite3:sqlite3
  make:make
)

# What the sample bundles run on: "command": "package" pairs behind "needs" in each expected.json.
while IFS=: read -r program package; do
  if [ -n "$program" ]; then needed+=("$program:$package"); fi
done < <(cat samples/corpus/sound/*/expected.json | tr -d ' \t\n' | grep -o '"needs":{[^}]*}' | cut -d '{' -f 2 | tr -d '"}' | tr ',' '\n' | sort -u)

# The tests of the container engine start one of their own, which takes root.
if [ "$(id -u)" -eq 0 ]; then needed+=(dockerd:docker.io iptables:iptables); fi

packages=()
for pair in "${needed[@]}"; do
  # Boxes see the system's own folders only, whatever else is on the PATH. A library has a file to show for it.
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin command -v "${pair%%:*}" >/dev/null 2>&1 || [ -f "${pair%%:*}" ] || packages+=("${pair#*:}")
done
# A library and headers are no commands.
compgen -G '/usr/lib*/*/libseccomp.so.2' >/dev/null || compgen -G '/usr/lib*/libseccomp.so.2' >/dev/null \
  || compgen -G '/lib/*/libseccomp.so.2' >/dev/null || packages+=(libseccomp2)
# Debian keeps PostgreSQL's server programs outside the PATH.
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || packages+=(postgresql)
[ -e /usr/include/stdio.h ] || packages+=(libc6-dev)

if [ "${#packages[@]}" -gt 0 ]; then
  install="apt-get update && apt-get install -y --no-install-recommends ${packages[*]}"
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "These Debian packages, or what your system calls them, are missing: ${packages[*]}" >&2
    exit 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    echo "Some packages are missing. Run this, and then the same make target again:" >&2
    echo "    sudo sh -c '$install'" >&2
    exit 1
  fi
  echo "Installing ${packages[*]}"
  export DEBIAN_FRONTEND=noninteractive
  log="$(mktemp)"
  if ! { apt-get update && apt-get install -y --no-install-recommends "${packages[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    echo "The packages could not be installed; the last lines above say why." >&2
    exit 1
  fi
  rm -f "$log"
fi

sdks="$(dotnet --list-sdks 2>/dev/null || true)"
if ! grep -q '^10\.' <<<"$sdks"; then
  echo "The .NET SDK 10 is missing. Install it (https://dotnet.microsoft.com/download/dotnet/10.0), and run this again." >&2
  exit 1
fi
