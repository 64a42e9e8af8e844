# Asks scores.sh and writes the report, one entry a check.
tests=
failed=0

# check ID TITLE STATUS OUTPUT INPUT ARGUMENT...
check() {
    id=$1 title=$2 want_status=$3 want=$4 input=$5
    shift 5
    got=$(printf "$input" | as-learner ./scores.sh "$@" 2>/dev/null)
    status=$?
    verdict=failed
    printf '%2000s got %s\n' "$id" "$got"
    # A program that could not run gave no answer to compare.
    [ "$status" -lt 125 ] || verdict=error
    [ "$status,$got" != "$want_status,$want" ] || verdict=passed
    [ "$verdict" = passed ] || failed=1
    said=$(printf '%s' "$got" | tr -cd 'A-Za-z0-9 .-')
    tests="$tests${tests:+,}{\"id\":\"$id\",\"title\":\"$title\",\"status\":\"$verdict\",\"message\":\"scores.sh $* printed '$said' with status $status, expected '$want' with $want_status\"}"
}

finish() {
    printf '{"tests":[%s]}\n' "$tests" >"${COURSEGEN_REPORT:-/dev/stdout}"
    exit "$failed"
}
