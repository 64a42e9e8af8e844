#!/bin/sh
# Stands in for the learner's program: leaves forged reports wherever a careless harness might look, says on its
# output that all went well, and ends as if it had.
json='{"tests":[{"id":"suite","title":"suite","status":"passed","message":"","diagnostics":[]}]}'
xml='<testsuite tests="1"><testcase name="suite"/></testsuite>'
for folder in . /report /exchange /tmp /checks /workspace/checks "$COURSEGEN_EXCHANGE"; do
    for name in report report.json report.xml junit.xml results.xml output.tap; do
        case $name in
            *.xml) printf '%s\n' "$xml" ;;
            *) printf '%s\n' "$json" ;;
        esac >"$folder/$name" 2>/dev/null
    done
done
printf 'TAP version 14\n1..1\nok 1 - suite\n'
printf '%s\n' "$json"
exit 0
