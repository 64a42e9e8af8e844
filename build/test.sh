#!/usr/bin/env bash
# Builds and runs every test project, two at a time. The last line is "N passed, N failed", after what
# those that failed say; any failure makes the exit status non-zero.
# With names as arguments, only the projects of these names: build/test.sh CourseGen.Tests
set -euo pipefail
cd "$(dirname "$0")/.."

export configuration="${CONFIGURATION:-Release}"

# Whether there is room in memory for what tests write, and programs may be run from there.
memory_has_room() {
  local least=4000000 # KiB
  [ "$(df -k --output=avail /dev/shm 2>/dev/null | tail -n 1)" -ge "$least" ] 2>/dev/null || return 1
  [ "$(awk '/^MemAvailable/ { print $2 }' /proc/meminfo)" -ge "$((2 * least))" ] || return 1
  ! findmnt --noheadings --output OPTIONS --target /dev/shm | grep -qw noexec
}

# Tests write thousands of small files and have no use for them afterwards, which is quickest in memory.
if memory_has_room; then export TMPDIR=/dev/shm; fi
TMPDIR="$(mktemp -d -t coursegen-tests-XXXXXX)"
export TMPDIR results="$TMPDIR/results"
# The database server and the boxes run as users of their own.
chmod 755 "$TMPDIR"
mkdir "$results"
trap 'rm -rf "$TMPDIR"' EXIT

# Runs one project, whose lines carry its name. A run that left no report has crashed.
run_project() {
  local name="$1" run=(dotnet)
  if [ "$name" = CourseGen.SandboxTests ]; then run=(build/with-docker.sh dotnet); fi
  "${run[@]}" "tests/$name/bin/$configuration/net10.0/$name.dll" -noLogo -noColor -xml "$results/$name.xml" 2>&1 | sed -u "s/^/[$name] /" || true
}
export -f run_project

dotnet build CourseGen.slnx --configuration "$configuration" --nologo --verbosity quiet

projects=()
for project in tests/*/; do
  name="$(basename "$project")"
  grep -q '<IsTestProject>true' "$project$name.csproj" || continue
  if [ "$#" -gt 0 ] && [[ " $* " != *" $name "* ]]; then continue; fi
  # A project whose tests are not written yet has nothing to run.
  if ! grep -rqE '\[(Fact|Theory)' "$project" --include='*.cs'; then continue; fi
  projects+=("$name")
done
# Those that take longest go first.
longest=(CourseGen.Tests CourseGen.SandboxTests CourseGen.CorpusTests)
printf '%s\n' "${longest[@]}" "${projects[@]}" | grep -xF "$(printf '%s\n' "${projects[@]}")" | awk '!seen[$0]++' | xargs -P 2 -I {} bash -c 'run_project "$1"' _ {}

python3 build/tally.py "$results" "${projects[@]}"
