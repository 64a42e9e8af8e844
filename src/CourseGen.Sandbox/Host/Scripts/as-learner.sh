#!/bin/sh
# as-learner COMMAND [ARGUMENT...]
#
# Runs a command in the learner's box and brings back its output, error output and exit status; standard input is passed
# on. Exit status 125: the call itself failed.
calls=/run/as-learner
if [ $# -eq 0 ]; then
    echo 'as-learner: no command' >&2
    exit 125
fi

# What the checker has put into the exchange folder is for the learner's program, whose user is another: programs that make
# temporary files let nobody else read them.
for shared in /exchange/* /exchange/.[!.]*; do
    if [ -e "$shared" ]; then
        chmod -R a+rwX /exchange 2>/dev/null
        break
    fi
done

# The command goes over as one line of shell, every word in single quotes: any byte but NUL survives.
text=exec
for word; do
    quoted=
    while :; do
        case $word in
            *\'*) quoted=$quoted${word%%\'*}"'\\''" word=${word#*\'} ;;
            *) break ;;
        esac
    done
    text="$text '$quoted$word'"
done

# Take a free channel; with all of them taken, wait for one.
n=0
set -C
until { printf '' >"$calls/lock/$n"; } 2>/dev/null; do
    n=$((n + 1))
    if [ "$n" -gt 15 ]; then
        n=0
        sleep 0.02
    fi
done
set +C
channel=$calls/$n

# Descriptor 8 tells the other side that this client lives; no child may hold it, least of all while it waits for a pipe.
# A check may have closed its standard input.
{ command exec 3<&0; } 2>/dev/null || exec 3</dev/null
exec 8<>"$channel/alive"
printf '%s\n' "$n" >"$calls/request"
# The other side has the pipes of the call ready when it answers.
read -r status <"$channel/status"
cat 3<&- 8<&- <"$channel/out" & out=$!
cat 3<&- 8<&- <"$channel/err" >&2 & err=$!
in=
if [ /proc/self/fd/3 -ef /dev/null ]; then
    true >"$channel/in"
else
    cat 8<&- <&3 3<&- >"$channel/in" 2>/dev/null & in=$!
fi
exec 3<&-
trap '' PIPE
printf '%s\n' "$text" 2>/dev/null >"$channel/command"
status=
read -r status <"$channel/status"
wait "$out" "$err"
[ -z "$in" ] || { kill "$in" && wait "$in"; } 2>/dev/null
case $status in
    '' | *[!0-9]*)
        echo 'as-learner: the call was cut off' >&2
        exit 125
        ;;
esac
# Nothing of this call holds a pipe any more.
echo done >&8
exit "$status"
