#!/bin/sh
# tries: "from the checker's box, to be killed in the middle of calls, and leave the learner's programs behind"
# side: checker
# limits: {wall_ms: 60000}
# intact: [processes, next_run]
for n in 1 2 3; do
    as-learner sh -c 'touch /exchange/begun; sleep 60' >/dev/null 2>&1 & client=$!
    until [ -e /exchange/begun ]; do sleep 0.02; done
    kill -KILL "$client"
    rm -f /exchange/begun
done
tries=0
until [ "$tries" -ge 100 ] || [ "$(as-learner echo still there)" = 'still there' ]; do tries=$((tries + 1)); done
[ "$tries" -lt 100 ] || echo 'ESCAPED calls do not go through any more'
echo TRIED
