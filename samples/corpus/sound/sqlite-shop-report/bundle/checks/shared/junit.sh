# same ID WANTED GOT   one check: the two texts must be equal
# finish               writes the report and ends the script
# ask STATEMENTS       what they print after tables and views were made
failed=0
cases=

xml() { printf %s "$1" | tr '\n' ' ' | sed 's/&/\&amp;/g; s/</\&lt;/g; s/"/\&quot;/g'; }

same() {
    problem=
    if [ "$2" != "$3" ]; then
        failed=1
        problem="<failure message=\"expected $(xml "$2"), got $(xml "$3")\"/>"
    fi
    cases="$cases<testcase name=\"$1\">$problem</testcase>"
}

finish() {
    printf '<testsuite>%s</testsuite>\n' "$cases" >"$COURSEGEN_REPORT"
    exit "$failed"
}

ask() {
    {
        printf '.read schema.sql\n.read views/%s.sql\n' "$COURSEGEN_DELIVERABLE"
        echo "INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Bo'), (4, 'Abe');"
        echo "$1"
        echo "SELECT * FROM $COURSEGEN_DELIVERABLE;"
    } | as-learner sqlite3 :memory: 2>&1
}
