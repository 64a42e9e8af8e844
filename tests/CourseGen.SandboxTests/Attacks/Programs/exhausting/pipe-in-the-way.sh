#!/bin/sh
# tries: "to block on a pipe that nobody writes"
# side: both
# ending: over wall
# limits: {wall_ms: 800}
# intact: [processes]
# without: [wall]
echo TRIED
mkfifo /tmp/pipe && cat /tmp/pipe
