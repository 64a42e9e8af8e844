# Outlives every other process of one session and clears up behind it, however it ended.
#
#   session.sh FOLDER UNSHARE...
#
# FOLDER is the session's folder on the host; its file `groups` names the control groups to remove. What follows starts
# the holder in its namespaces. Standard input is a pipe from the engine: when the engine dies, the holder reads its end.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
folder=$1
shift

"$@" 2>&1
status=$?

# A process that is being killed keeps its control group busy for a moment.
set --
while read -r group; do set -- "$@" "$group"; done <"$folder/groups"
tries=0
until [ $# -eq 0 ] || rmdir -- "$@" 2>/dev/null || [ "$tries" -ge 100 ]; do
    tries=$((tries + 1))
    sleep 0.02
    for group; do
        shift
        [ ! -d "$group" ] || set -- "$@" "$group"
    done
done
rm -rf -- "$folder"
exit "$status"
