# Becomes a command in one of the two boxes. Runs inside the session's namespaces, as their root, until the exec.
#
#   enter.sh FOLDER SIDE UID OPEN_FILES PROCESSES STATUS BWRAP_ARGUMENTS...
#
# SIDE is learner or checker. STATUS receives bubblewrap's own account of the ending, which tells a program's exit
# status 1 from a box that could not be set up. UID 0 stands for an engine without root, whose own uid it is here.
# PROCESSES is a number where no control group limits them, otherwise `-`.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
folder=$1 side=$2 uid=$3 files=$4 processes=$5 status=$6
shift 6

while read -r group; do echo 0 >"$group" || exit 1; done <"$folder/$side.groups"

# A program that opens /dev/stdout needs its pipe to be its own. The engine has usually given it away by now.
[ "$uid" = 0 ] || [ ! -O /proc/self/fd/2 ] || chown "$uid" /proc/self/fd/0 /proc/self/fd/1 /proc/self/fd/2

umask 0
ulimit -c 0
ulimit -n "$files"
# dash calls this limit -p, other shells -u.
[ "$processes" = - ] || ulimit -p "$processes" 2>/dev/null || ulimit -u "$processes"

# bubblewrap passes on every descriptor it inherits: none from 3 up, but for its own files and a call's command text.
exec 3<&- 4<&- 5<&- 7>"$status" 8<"$folder/$side.args" 9<"$folder/../../filter"
if [ "$uid" = 0 ]; then
    exec bwrap --args 8 "$@"
else
    # bubblewrap started by root would leave root's files readable to the box.
    exec setpriv --reuid "$uid" --regid "$uid" --clear-groups --no-new-privs --bounding-set -all bwrap --args 8 "$@"
fi
