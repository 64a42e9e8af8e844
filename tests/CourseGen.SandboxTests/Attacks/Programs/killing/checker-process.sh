#!/bin/sh
# tries: "to end the checker's processes by their ids"
# side: called
# intact: [checker, verdict]
# without: [two_boxes+process_namespace]
for process in /proc/[0-9]*; do
    case $(tr '\0' ' ' <"$process/cmdline" 2>/dev/null) in
        *"sleep 1000"*) kill -KILL "${process#/proc/}" 2>/dev/null && echo "ESCAPED ended $process of the checker" ;;
    esac
done
echo TRIED
