#!/usr/bin/env bash
# Builds and runs every test project. The last line is "N passed, N failed"; any failure makes the exit status non-zero.
# With names as arguments, only the projects of these names: build/test.sh CourseGen.Tests
set -euo pipefail
cd "$(dirname "$0")/.."

configuration="${CONFIGURATION:-Release}"
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

dotnet build CourseGen.slnx --configuration "$configuration" --nologo --verbosity quiet

passed=0
failed=0
for project in tests/*/; do
  name="$(basename "$project")"
  grep -q '<IsTestProject>true' "$project$name.csproj" || continue
  if [ "$#" -gt 0 ] && [[ " $* " != *" $name "* ]]; then continue; fi
  # A project whose tests are not written yet has nothing to run.
  if ! grep -rqE '\[(Fact|Theory)' "$project" --include='*.cs'; then continue; fi

  echo "== $name"
  program="${project}bin/$configuration/net10.0/$name.dll"
  report="$results/$name.xml"
  run=(dotnet)
  if [ "$name" = CourseGen.SandboxTests ]; then run=(build/with-docker.sh dotnet); fi
  "${run[@]}" "$program" -noLogo -noColor -xml "$report" || true

  # A run that left no report has crashed, and that is a failure too.
  if [ ! -s "$report" ]; then
    echo "$name ended without a report"
    failed=$((failed + 1))
    continue
  fi
  counts="$(grep -o '<assembly [^>]*>' "$report")"
  count() { grep -o " $1=\"[0-9]*\"" <<<"$counts" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
  passed=$((passed + $(count passed)))
  # A skipped test is a defect here, so it counts as one.
  failed=$((failed + $(count failed) + $(count errors) + $(count skipped)))
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
