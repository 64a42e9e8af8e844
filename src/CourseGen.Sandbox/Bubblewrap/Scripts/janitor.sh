# Waits until the engine is gone, however it went, and then removes what its sessions leave, and the engine's folders.
#
#   janitor.sh OWNER FOLDER FOLDER PARENT...
#
# Standard input is a pipe that the engine holds open for as long as it lives. Each PARENT is a folder of control groups;
# those of the engine's sessions begin with OWNER.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
read -r _ || :

owner=$1 first=$2 second=$3
shift 3
for parent; do
    shift
    for group in "$parent/$owner"-*; do [ ! -d "$group" ] || set -- "$@" "$group"; done
done

# Boxes end with the engine, but for one that had not asked the kernel for that yet. A process that is being killed keeps
# its control group busy for a moment; not for ever.
tries=0
until [ $# -eq 0 ] || rmdir -- "$@" 2>/dev/null || [ "$tries" -ge 500 ]; do
    tries=$((tries + 1))
    sleep 0.02
    for group; do
        shift
        # A process of another namespace is listed as 0, which would be this one's own group.
        [ "$tries" -lt 5 ] || while read -r process; do [ "$process" = 0 ] || kill -9 "$process"; done 2>/dev/null <"$group/cgroup.procs"
        [ ! -d "$group" ] || set -- "$@" "$group"
    done
done
rm -rf -- "$first" "$second"
