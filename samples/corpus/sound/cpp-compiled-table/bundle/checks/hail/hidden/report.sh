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
