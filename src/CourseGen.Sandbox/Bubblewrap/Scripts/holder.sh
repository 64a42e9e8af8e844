# Carries a session's calls from the checker to the learner. Where scripts make the session, it holds the namespaces open,
# too, and lays out the file systems.
#
#   holder.sh FOLDER SCRIPTS SKELETON NETWORK LEARNER_UID OPEN_FILES PROCESSES
#
# SKELETON and NETWORK are `-` where the engine has laid out everything itself.
#
# Runs as root of the session's own mount, IPC and network namespaces and of a PID namespace, outside both boxes. It
# prints `ready`, and ends when its standard input does; the kernel then ends all that was started from here. Nothing that a
# box wrote is ever evaluated here: of a request only a number from 0 to 15 is accepted, and the command text of a call
# goes straight into the learner's box.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
folder=$1 scripts=$2 skeleton=$3 network=$4 uid=$5 files=$6 processes=$7

lay_out() {
    # `own` is a fresh network namespace, whose loopback is down.
    if [ "$network" = own ]; then ip link set lo up & loopback=$!; else loopback=; fi

    # First what comes from the host and the sized file systems, then what lies in them, then what is made of it. The
    # overlay's folders are named relative to here, so that a box reads nothing about the host in /proc/self/mountinfo.
    mount -a -T "$folder/sources.fstab"
    cd /mnt
    tar -xpf "$skeleton" --numeric-owner
    mount -a -T "$folder/boxes.fstab"
    cd /
    [ -z "$loopback" ] || wait "$loopback"
}

[ "$skeleton" = - ] || lay_out
echo ready
exec >/dev/null 2>&1

# What carries calls reads lines that a checker writes, and no control group holds it: a line that never ends must not
# take the host's memory. In kilobytes; the boxes get the former limit back.
own_space=100000
space=$(ulimit -S -v)

# Starts the command whose text arrives in the channel's `command`, in the learner's box. A FIFO blocks its opener until
# the other end is there; when the client has died meanwhile, `serve` kills this process out of that wait.
call() {
    channel=/mnt/call/$1
    ulimit -S -v "$space"
    exec <"$channel/in" >"$channel/out" 2>"$channel/err" 6<"$channel/command" 8<&- 9<&-
    set -- "$folder" learner "$uid" "$files" "$processes" "$folder/call-$1" '' \
        --ro-bind-data 6 /run/command -- /run/init -- sh /run/command
    . "$scripts/enter.sh"
}

# Ends a call's bubblewrap and what it has started. Its death takes that along only once that has asked for it: stopped
# first, bubblewrap starts nothing between the look at its children and its end.
end() {
    children=
    kill -STOP "$1"
    read -r children <"/proc/$1/task/$1/children" || :
    kill -9 $children "$1"
}

# Serves one call. The client holds `alive` open for as long as it lives.
serve() {
    channel=/mnt/call/$1
    # Holding a writer ourselves for a moment keeps the open from waiting for a client that has died already.
    exec 7<>"$channel/alive" 8<"$channel/alive" 7>&- 9<>"$channel/status"
    [ -p "$channel/command" ] || mkfifo -m 666 "$channel/in" "$channel/out" "$channel/err" "$channel/command"
    echo go >&9
    call "$1" & box=$!
    { read -r _ <&8 || :; end "$box"; } 2>/dev/null 9<&- & watch=$!

    code=0
    wait "$box" || code=$?
    # It reads what the client says, and must be gone before that says that it is done.
    kill "$watch" 2>/dev/null || :
    wait "$watch" || :
    ran=
    [ ! -f "$folder/call-$1" ] || while read -r line; do
        case $line in *exit-code*) ran=yes ;; esac
    done <"$folder/call-$1"
    # 1 without an exit status of the program is bubblewrap's own failure, not the program's.
    [ "$code" != 1 ] || [ -n "$ran" ] || code=125
    echo "$code" >&9

    # Wake whoever of the client still waits for an end that will not come, and wait until the client is gone.
    set -- "$1" "$channel/in" "$channel/out" "$channel/err" "$channel/command"
    : 7<>"$2" 7<>"$3" 7<>"$4" 7<>"$5"
    last=
    read -r last <&8 || :

    # What a killed client or a killed box leaves may hold an end of these pipes for a while yet. The next call gets others,
    # unless the client has said that it is done, and bubblewrap that the box has come to its end.
    [ "$last" = done ] && [ -n "$ran" ] || rm -f "$2" "$3" "$4" "$5"
    # What a client left unread goes with the last who has its pipe open.
    exec 9>&-
    rm -f "/mnt/call/lock/$1"
}

# Takes requests one after the other and serves them side by side, at most one per channel.
requests() {
    ulimit -S -v "$own_space"
    exec </dev/null 5<>/mnt/call/request
    while :; do
        read -r n <&5 || continue
        case $n in [0-9] | 1[0-5]) ;; *) continue ;; esac
        [ -e "/mnt/call/lock/$n" ] || continue
        eval "last=\${serving_$n:-}"
        [ -z "$last" ] || wait "$last" || :
        serve "$n" 5<&- &
        eval "serving_$n=$!"
    done
}

requests &
read -r _ || :
