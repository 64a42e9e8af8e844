# Waits until the engine is gone, however it went, and then removes what its sessions leave, and the engine's folders.
#
#   janitor.sh SESSIONS FOLDER FOLDER
#
# Standard input is a pipe that the engine holds open for as long as it lives. Each session's folder has a file `groups`,
# which names the control groups to remove.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
read -r _ || :

sessions=$1 first=$2 second=$3
shift 3
for groups in "$sessions"/*/groups; do
    [ ! -f "$groups" ] || while read -r group; do set -- "$@" "$group"; done <"$groups"
done

# Sessions end with the engine. A process that is being killed keeps its control group busy for a moment; not for ever.
tries=0
until [ $# -eq 0 ] || rmdir -- "$@" 2>/dev/null || [ "$tries" -ge 500 ]; do
    tries=$((tries + 1))
    sleep 0.02
    for group; do
        shift
        [ ! -d "$group" ] || set -- "$@" "$group"
    done
done
rm -rf -- "$first" "$second"
