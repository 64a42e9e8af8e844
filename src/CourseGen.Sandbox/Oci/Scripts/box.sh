# The first process of a box: runs one program, ends whatever it left behind, and says what the box used.
#
#   box.sh - PROGRAM [ARGUMENT...]
#   box.sh CHANNEL
#
# CHANNEL is the folder of a call's pipes, through which a command of the checker and its streams come. Runs as the box's
# own user; what it says about usage explains an ending and never decides a verdict, so forging it gains nothing. From the
# end of the program on it starts no process of its own, because there may be none left to have.
unset HOSTNAME
groups=/sys/fs/cgroup
exec 3>&2 2>/dev/null

# Version 1 of control groups, or version 2. Before the program, the engine's own preparations have used some time.
begin=
read -r begin <"$groups/cpuacct/cpuacct.usage" || while read -r key value; do
    [ "$key" != usage_usec ] || begin=$value
done <"$groups/cpu.stat"

# When memory is short the kernel is to end the program, and not who tells of it.
mortal() { echo 1000 >/proc/self/oom_score_adj; }

if [ "$1" = - ]; then
    shift
    (mortal; exec "$@" 2>&3 3>&-)
else
    # Every word of the text is in single quotes; whatever it says, it says in this box.
    (mortal; exec 3>&- <"$1/in" >"$1/out" 2>"$1/err" 6<"$1/command" && text=$(cat <&6) && exec 6<&- && eval "$text")
fi
code=$?
kill -9 -1

say() {
    while read -r key value; do echo "$1 $key $value"; done <"$groups/$1"
}
{
    printf '\0\0box\n'
    echo "begin $begin"
    for file in cpuacct/cpuacct.usage memory/memory.max_usage_in_bytes memory/memory.oom_control pids/pids.events \
        cpu.stat memory.peak memory.events pids.peak pids.events; do
        [ ! -r "$groups/$file" ] || say "$file"
    done
} >&3
exit "$code"
