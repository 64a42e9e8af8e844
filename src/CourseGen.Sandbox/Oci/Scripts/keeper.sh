# Keeps the network and the file systems of one session there, and carries word of the checker's calls to the engine.
#
#   keeper.sh CALLS PIPES FILE_SYSTEM...
#
# CALLS is the folder that the checker's box has, PIPES the one that the boxes of calls have. Runs as a user of its own in
# a container of its own, without capabilities. It reads the engine's orders from standard input and ends with it. Nothing
# that a box wrote is evaluated here: of a request only a number from 0 to 15 is accepted.
calls=$1 pipes=$2
shift 2

# Wakes whoever still waits for an end of a channel's pipes that will not come.
wake() {
    : 7<>"$pipes/$1/in" 7<>"$pipes/$1/out" 7<>"$pipes/$1/err" 7<>"$pipes/$1/command"
}

# Tells when a call begins, and when its client is gone: a client holds `alive` open for as long as it lives. What a killed
# client leaves may hold an end of the pipes for a while yet; the next call gets others.
serve() {
    # Holding a writer ourselves for a moment keeps the open from waiting for a client that has died already.
    exec 7<>"$calls/$1/alive" 8<"$calls/$1/alive" 7>&- 9<>"$calls/$1/status"
    echo "call $1"
    read -r _ <&8 || :
    wake "$1"
    # At no moment may a name be free: `wake`, called for a status meanwhile, would make a plain file of it.
    (cd "$pipes/$1" && mkdir next && cd next && mkfifo -m 666 in out err command && mv -f in out err command .. && rmdir ../next)
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
