#!/bin/sh
# tries: "to change the prepared files under its workspace for all later runs"
# side: learner
# intact: [next_run]
# without: [copy_on_write]
# next: true
case $1 in
    attack) echo changed >/workspace/data/prepared; rm -f /workspace/attacks/leftovers/temporary-file-sh; echo TRIED ;;
    *) grep changed /workspace/data/prepared && echo 'ESCAPED found what an earlier run changed' ;;
esac
