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

oneline() { printf %s "$1" | tr '\n"\\' '|__' | tr -d '\000-\037' | cut -c 1-300; }

passed() {
    total=$((total + 1))
    echo "ok $total - $id $title"
}

differs() {
    total=$((total + 1))
    failed=$((failed + 1))
    echo "not ok $total - $id $title"
    echo '  ---'
    echo "  message: \"wanted $(oneline "$wanted"), got $(oneline "$got")\""
    echo '  ...'
}

finish() {
    echo "1..$total"
    [ "$failed" -eq 0 ]
    exit
}
