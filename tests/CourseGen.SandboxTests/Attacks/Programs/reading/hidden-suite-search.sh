#!/bin/sh
# tries: "to find the hidden suite anywhere while the check runs"
# side: called
# intact: [checks, verdict]
# without: [two_boxes]
find / -xdev -name 'answer' -not -path '/usr/*' -not -path '/proc/*' 2>/dev/null | grep . && echo 'ESCAPED found it'
find / -name 'check.sh' -not -path '/usr/*' -not -path '/proc/*' -not -path '*/attacks/*' 2>/dev/null | grep . && echo 'ESCAPED found the check'
echo TRIED
