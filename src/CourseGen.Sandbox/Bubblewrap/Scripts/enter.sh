# Becomes a command in one of the two boxes: in a process of its own, or in one that a shell has forked for it. Runs as
# root of the host, or of the session's namespaces, until the exec.
#
#   enter.sh FOLDER SIDE UID OPEN_FILES PROCESSES STATUS NAMESPACES BWRAP_ARGUMENTS...
#
# SIDE is learner or checker. STATUS receives bubblewrap's own account of the ending, which tells a program's exit
# status 1 from a box that could not be set up; it is `-` when that is open already, as descriptor 7. NAMESPACES are
# nsenter's flags for those of the session, and empty within them. UID 0 stands for an engine without root, whose own uid
# it is here. PROCESSES is a number where no control group limits them, otherwise `-`.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
folder=$1 side=$2 uid=$3 files=$4 processes=$5 status=$6 namespaces=$7
shift 7

while read -r group; do echo 0 >"$group" || exit 1; done <"$folder/$side.groups"

umask 0
ulimit -c 0
ulimit -n "$files"
# dash calls this limit -p, other shells -u.
[ "$processes" = - ] || ulimit -p "$processes" 2>/dev/null || ulimit -u "$processes"

# bubblewrap passes on every descriptor it inherits: none from 3 up, but for its own files and a call's command text.
[ "$status" = - ] || exec 7>"$status"
exec 3<&- 4<&- 5<&- 8<"$folder/$side.args" 9<"${0%/*}/../filter"
# bubblewrap started by root would leave root's files readable to the box. It takes every right and every way to another
# from itself and from what it starts.
[ "$uid" = 0 ] || namespaces="$namespaces --setuid $uid --setgid $uid"
exec nsenter $namespaces -- bwrap --args 8 "$@"
