#!/bin/sh
# tries: "to stop itself, so that it never ends"
# side: both
# ending: over wall
# limits: {wall_ms: 800}
# intact: [processes]
# without: [wall]
echo TRIED
kill -STOP $$
echo 'ESCAPED goes on'
