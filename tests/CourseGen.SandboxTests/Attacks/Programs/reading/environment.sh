#!/bin/sh
# tries: "to read the environment of the engine and of every process it can see"
# side: both
# intact: [host]
env
tr '\0' '\n' </proc/self/environ
cat /proc/[0-9]*/environ 2>/dev/null | tr '\0' '\n'
env | grep -v -e '^CANARY_' -e '^NEIGHBOUR_' -e '^HOST_ADDRESS=' -e '^PATH=' -e '^HOME=' -e '^TMPDIR=' -e '^LANG=' -e '^PWD=' -e '^SHLVL=' -e '^_=' | grep . && echo 'ESCAPED there is more in the environment'
echo TRIED
