# Asks a URL until it answers 2xx, and prints what other attempts saw, once as long as they see the same.
#
#   healthy.sh UID URL PORT
#
# PORT is the URL's. Runs in the session's network, outside the boxes: curl as nobody in
# particular, and never as root.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
uid=$1 url=$2 port=$3 told=
cd /
if [ "$uid" != 0 ]; then
    slot="setpriv --reuid $uid --regid $uid --clear-groups --no-new-privs --bounding-set -all"
else
    slot=
fi

# Whether anything listens on the port. To look is many times cheaper than to ask, while the service needs the cores; and
# ss is told of listeners alone, where /proc/net/tcp goes through the connections of the whole machine.
listening() {
    [ -n "$(ss -Hltn "sport = :$port")" ]
}

# Seconds before each look; the last for all that follow. A service that takes its time is not looked at as often.
set -- 0.05 0.06 0.07 0.08 0.1 0.12 0.15

# The answer's body is of no interest: two seconds are enough for a status line.
while :; do
    sleep "$1"
    [ $# = 1 ] || shift
    if listening; then
        answer=$($slot curl -q --silent --globoff --noproxy '*' --max-time 2 --output /dev/null \
            --write-out '%{http_code} %{errormsg}' "$url")
    else
        answer='000 cannot connect: nothing listens on the port'
    fi
    case $answer in
        2[0-9][0-9]*) exit 0 ;;
        000*) seen=${answer#000 } ;;
        *) seen="HTTP $answer" ;;
    esac
    [ "$seen" = "$told" ] || echo "$seen"
    told=$seen
done
