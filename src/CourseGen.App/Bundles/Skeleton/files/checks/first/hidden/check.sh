#!/bin/sh
# The checks a learner never gets: other inputs, boundaries, properties, load. A diagnostic that begins with `hint:` is shown to a
# learner who does not pass. Helpers for several hidden suites go into checks/shared.
cat >"$COURSEGEN_REPORT" <<'END'
{"tests":[{"id":"answers_right","title":"It gives the right answer","status":"failed","message":"not authored","diagnostics":["hint: say here what to look at"]}]}
END
exit 1
