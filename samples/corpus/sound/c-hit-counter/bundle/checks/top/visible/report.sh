# What the checks of this step share; check.sh reads this file.
set -u
BASE_URL=${BASE_URL:-http://127.0.0.1:${PORT:-8000}}
total=0
failed=0

# asks ID TITLE METHOD PATH BODY STATUS WANTED
#   sends one request and compares the answer's text and status code;
#   BODY and WANTED are written as for printf.
asks() {
    id=$1 title=$2
    got=$(printf -- "$5" | curl -s -m 10 -X "$3" --data-binary @- -w 'status %{http_code}' "$BASE_URL$4")
    wanted=$(printf -- "$7"; printf 'status %s' "$6")
    if [ "$got" = "$wanted" ]; then passed; else differs; fi
}

tests=

oneline() { printf %s "$1" | tr '\n"\\' '|__' | tr -d '\000-\037' | cut -c 1-300; }

passed() {
    total=$((total + 1))
    tests="$tests${tests:+,}{\"id\":\"$id\",\"title\":\"$title\",\"status\":\"passed\"}"
}

differs() {
    total=$((total + 1))
    failed=$((failed + 1))
    tests="$tests${tests:+,}{\"id\":\"$id\",\"title\":\"$title\",\"status\":\"failed\",
\"message\":\"wanted $(oneline "$wanted"), got $(oneline "$got")\"}"
}

finish() {
    printf '{"tests":[%s]}\n' "$tests" >"$COURSEGEN_REPORT"
    [ "$failed" -eq 0 ]
    exit
}
