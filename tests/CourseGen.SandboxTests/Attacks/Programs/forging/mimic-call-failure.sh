#!/bin/sh
# tries: "to look like a call that failed on our side"
# side: called
# intact: [verdict, checker]
echo TRIED
echo 'as-learner: the call was cut off' >&2
exit 125
