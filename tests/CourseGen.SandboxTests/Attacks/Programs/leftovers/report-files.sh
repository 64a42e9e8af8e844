#!/bin/sh
# tries: "from the checker's box, to leave a report and locks for a later check"
# side: checker
# intact: [next_run]
# next: true
case $1 in
    attack)
        echo pass >/report/verdict
        for n in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do : >/run/as-learner/lock/$n; done
        echo TRIED ;;
    *)
        ls -A /report /run/as-learner/lock | grep -v -e ':$' -e '^$' | grep . && echo 'ESCAPED found what an earlier check left'
        [ "$(as-learner echo works)" = works ] || echo 'ESCAPED calls do not go through' ;;
esac
