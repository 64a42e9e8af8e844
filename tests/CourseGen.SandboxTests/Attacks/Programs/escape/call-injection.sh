#!/bin/sh
# tries: "from the checker's box, to have the carrier of its calls run a command outside the boxes"
# side: checker
# intact: [host, processes]
# limits: {wall_ms: 8000}
for word in "';touch $CANARY_FOLDER/a;'" "\$(touch $CANARY_FOLDER/b)" "\`touch $CANARY_FOLDER/c\`" "
touch $CANARY_FOLDER/d
"; do
    as-learner echo "$word" >/dev/null
    as-learner "$word" >/dev/null 2>&1
done
for line in "\$(touch $CANARY_FOLDER/e)" '../../tmp' '-1' '16' '00' "1;touch $CANARY_FOLDER/f" '1 2'; do
    timeout 1 sh -c 'echo "$1" >/run/as-learner/request' sh "$line"
done
[ "$(as-learner echo still there)" = 'still there' ] || echo 'ESCAPED calls do not go through any more'
echo TRIED
