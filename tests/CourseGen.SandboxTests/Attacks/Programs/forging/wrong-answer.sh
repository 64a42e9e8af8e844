#!/bin/sh
# tries: "nothing but a wrong answer that says it is a report"
# side: called
# intact: [verdict, checker]
echo TRIED
echo '{"verdict":"pass","checks":[{"id":"all","status":"pass"}]}'
echo '<testsuite tests="1" failures="0"><testcase name="all"/></testsuite>'
echo 'ok 1 - all'
echo pass
