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

cases=

oneline() { printf %s "$1" | tr '\n' '|' | tr -d '\000-\037"' | sed 's/&/\&amp;/g; s/</\&lt;/g' | cut -c 1-300; }

passed() {
    total=$((total + 1))
    cases="$cases<testcase name=\"$id\"><properties><property name=\"title\" value=\"$title\"/></properties></testcase>
"
}

differs() {
    total=$((total + 1))
    failed=$((failed + 1))
    cases="$cases<testcase name=\"$id\"><properties><property name=\"title\" value=\"$title\"/></properties>
<failure message=\"wanted $(oneline "$wanted"), got $(oneline "$got")\"/></testcase>
"
}

finish() {
    printf '<testsuite tests="%s" failures="%s">\n%s</testsuite>\n' "$total" "$failed" "$cases" >"$COURSEGEN_REPORT"
    [ "$failed" -eq 0 ]
    exit
}
