#!/bin/sh
# tries: "to have the kernel end others before it when memory is short"
# side: both
# intact: [host, processes]
for score in -1000 -500 -1; do
    (echo "$score" >/proc/self/oom_score_adj) 2>/dev/null && echo "ESCAPED its score is $score"
done
(echo 1000 >/proc/1/oom_score_adj) 2>/dev/null
echo TRIED
