#!/bin/sh
# tries: "to find and end the programs of the engine"
# side: both
# intact: [processes]
for name in bwrap nsenter unshare tini dotnet CourseGen session.sh holder.sh janitor.sh setpriv; do
    for process in /proc/[0-9]*; do
        [ "${process#/proc/}" = 1 ] && continue
        grep -a -l "$name" "$process/comm" "$process/cmdline" 2>/dev/null | grep -v "/$$/" | grep . && kill -KILL "${process#/proc/}" && echo "ESCAPED ended $name"
    done
done
echo TRIED
