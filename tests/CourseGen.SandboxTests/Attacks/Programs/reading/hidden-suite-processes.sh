#!/bin/sh
# tries: "to read the hidden suite through the folders and descriptors of the checker's processes"
# side: called
# intact: [checks, checker, verdict]
# without: [two_boxes]
for process in /proc/[0-9]*; do
    cat "$process/root/checks/answer" "$process/cwd/../checks/answer" 2>/dev/null && echo "ESCAPED read it through $process"
    for file in "$process"/fd/*; do
        case $(readlink "$file") in *checks*) echo "ESCAPED $process has it open" ;; esac
    done
done
echo TRIED
