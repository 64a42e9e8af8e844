# Keeps the network and the file systems of one session there, and carries word of the checker's calls to the engine.
#
#   keeper.sh CALLS PIPES CLIENT FILE_SYSTEM...
#
# CALLS is the folder that the checker's box has, PIPES the one that the boxes of calls have, and CLIENT the text of
# as-learner. Runs as a user of its own in a container of its own, without capabilities. It reads the engine's orders from
# standard input and ends with it. Nothing that a box wrote is evaluated here: of a request only a number from 0 to 15 is
# accepted.
calls=$1 pipes=$2 client=$3
shift 3

# Lays out the channels. All folders belong to the keeper, so that no box can put a link in a pipe's place. What decides a
# verdict, a call's status, lies where the learner's boxes have no way to; the checker's box has their pipes at /run/calls.
lay_out() {
    umask 022
    channels='0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15'
    cd "$pipes"
    mkdir $channels
    mkfifo -m 666 $(for n in $channels; do echo "$n/command $n/in $n/out $n/err"; done)
    cd "$calls"
    mkdir bin $channels
    mkdir -m 777 lock
    mkfifo -m 666 request $(for n in $channels; do echo "$n/status $n/alive"; done)
    for n in $channels; do ln -s "/run/calls/$n/command" "/run/calls/$n/in" "/run/calls/$n/out" "/run/calls/$n/err" "$n"; done
    printf '%s' "$client" >bin/as-learner
    chmod 755 bin/as-learner
    cd /
}

# Wakes whoever still waits for an end of a channel's pipes that will not come.
wake() {
    : 7<>"$pipes/$1/in" 7<>"$pipes/$1/out" 7<>"$pipes/$1/err" 7<>"$pipes/$1/command"
}

# Tells when a call begins, and when its client is gone: a client holds `alive` open for as long as it lives. What a killed
# client leaves may hold an end of the pipes for a while yet; the next call gets others.
serve() {
    # Holding a writer ourselves for a moment keeps the open from waiting for a client that has died already.
    exec 7<>"$calls/$1/alive" 8<"$calls/$1/alive" 7>&- 9<>"$calls/$1/status"
    echo go >&9
    echo "call $1"
    read -r _ <&8 || :
    wake "$1"
    # At no moment may a name be free: `wake`, called for a status meanwhile, would make a plain file of it.
    (cd "$pipes/$1" && mkdir next && cd next && mkfifo -m 666 in out err command && mv -f in out err command .. && rmdir ../next)
    # What a client left unread goes with the last who has its pipe open.
    exec 9>&-
    echo "gone $1"
}

# Takes requests one after the other and serves them side by side, at most one per channel.
requests() {
    exec </dev/null 5<>"$calls/request"
    while :; do
        read -r n <&5 || continue
        case $n in [0-9] | 1[0-5]) ;; *) continue ;; esac
        [ -e "$calls/lock/$n" ] || continue
        eval "last=\${serving_$n:-}"
        [ -z "$last" ] || wait "$last" || :
        serve "$n" 5<&- &
        eval "serving_$n=$!"
    done
}

set -e
lay_out
set +e
echo ready
while read -r order n code; do
    case $order in
        listen) requests & ;;
        fill) echo fill $(stat -f -c '%b %f %S %c %d' "$@") ;;
        status)
            echo "$code" 1<>"$calls/$n/status"
            wake "$n"
            ;;
        free) rm -f "$calls/lock/$n" ;;
    esac
done
