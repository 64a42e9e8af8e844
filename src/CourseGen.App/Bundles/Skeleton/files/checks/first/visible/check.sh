#!/bin/sh
# The checks a learner gets. Start the learner's program with `as-learner CMD ARGS...`, or ask the server at $BASE_URL; compare
# what it answers; write one entry per check, whatever happens; exit 0 exactly when all passed.
cat >"$COURSEGEN_REPORT" <<'END'
{"tests":[{"id":"example","title":"An example","status":"failed","message":"not authored","diagnostics":[]}]}
END
exit 1
