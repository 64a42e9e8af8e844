# Small tools for the checks; check.sh reads this file.
#
#   same ID TITLE WANTED GOT   one check: the two texts must be equal
#   finish                     prints the plan and ends the script
#   $learner                   runs what follows it as the learner's program
count=0
failed=0
learner=
if command -v as-learner >/dev/null; then learner=as-learner; fi
cd "${COURSEGEN_WORKSPACE:-.}" || exit 1

# Any text as one short line that may stand between quotes.
line() { printf %s "$1" | tr '\n"\\' '|__' | cut -c 1-200; }

same() {
    count=$((count + 1))
    if [ "$3" = "$4" ]; then
        echo "ok $count - $1 $2"
        return
    fi
    failed=1
    echo "not ok $count - $1 $2"
    echo '  ---'
    echo "  message: \"expected '$(line "$3")', but got '$(line "$4")'\""
    echo '  ...'
}

finish() {
    echo "1..$count"
    exit "$failed"
}
