#!/bin/sh
# What you can try at once. The server has to be running; every check has a room of its own.
base=${BASE_URL:-http://127.0.0.1:${PORT:-8080}}
tests=''
bad=0

ask() { curl -s -m 5 -o - -w ' %{http_code}' -X "$1" ${3+-d "$3"} "$base$2" | tr '\n' ' ' | tr -cd 'A-Za-z0-9 ' | tr -s ' '; }

# check ID TITLE EXPECTED GOT
check() {
    status=passed
    [ "$3" = "$4" ] || { status=failed; bad=1; }
    tests="$tests${tests:+,}{\"id\":\"$1\",\"title\":\"$2\",\"status\":\"$status\",\"message\":\"expected '$3', got '$4'\"}"
    echo "$status  $2 (expected '$3', got '$4')"
}

check opens 'PUT opens a room' 'open 201' "$(ask PUT /rooms/opens 5)"

ask PUT /rooms/enters 5 >/dev/null
ask POST /rooms/enters/enter >/dev/null
check enters 'Going in is counted' '2 200' "$(ask POST /rooms/enters/enter)"

ask PUT /rooms/leaves 5 >/dev/null
ask POST /rooms/leaves/enter >/dev/null
check leaves 'Going out is counted' '0 200' "$(ask POST /rooms/leaves/leave)"

ask PUT /rooms/full 1 >/dev/null
ask POST /rooms/full/enter >/dev/null
check full 'A full room says no' 'full 409' "$(ask POST /rooms/full/enter)"

check refuses_words 'A capacity in words is refused' 'no such capacity 400' "$(ask PUT /rooms/words many)"

[ -z "${COURSEGEN_REPORT:-}" ] || printf '{"tests":[%s]}\n' "$tests" >"$COURSEGEN_REPORT"
exit "$bad"
