# What the checks of this step share; check.sh reads this file.
set -u
cd "${COURSEGEN_WORKSPACE:-.}" || exit 1
# Started by hand there is no as-learner, and the program runs right here.
learner=
if command -v as-learner >/dev/null 2>&1; then learner=as-learner; fi
total=0
failed=0

# says ID TITLE INPUT STATUS WANTED COMMAND...
#   gives COMMAND the INPUT and compares what it prints and its exit status;
#   INPUT and WANTED are written as for printf.
says() {
    id=$1 title=$2 input=$3 status=$4 wanted=$5
    shift 5
    got=$(printf -- "$input" | timeout 10 $learner "$@" 2>/dev/null; echo "exit $?")
    wanted=$(printf -- "$wanted"; echo "exit $status")
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
