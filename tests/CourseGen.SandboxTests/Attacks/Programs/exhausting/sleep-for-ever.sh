#!/bin/sh
# tries: "to sleep for ever"
# side: both
# ending: over wall
# limits: {wall_ms: 800}
# intact: [processes]
# without: [wall]
echo TRIED
trap '' TERM HUP INT
sleep 1000
sleep 1000
