#!/bin/sh
# Runs go test on a copy of your package with version_test.go beside it, and reports each test.
here=$(cd "$(dirname "$0")" && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
export GOPROXY=off GOTOOLCHAIN=local GOCACHE="$made/cache"
cd "${COURSEGEN_WORKSPACE:-.}" || exit 1
mkdir "$made/module"
cp -R go.mod version "$made/module/"
cp "$here/version_test.go" "$made/module/version/"
cd "$made/module" || exit 1
go test -vet=off -v ./version >"$made/log" 2>&1
cat "$made/log" >&2

n=0
failed=0
for name in TestNumbers TestLabels TestEqual TestRefuses; do
    n=$((n + 1))
    if grep -q "^--- PASS: $name " "$made/log"; then
        echo "ok $n - $name"
    else
        failed=1
        echo "not ok $n - $name"
    fi
done
echo "1..$n"
exit "$failed"
