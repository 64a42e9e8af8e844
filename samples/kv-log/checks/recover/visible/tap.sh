# Small tools for the checks of one step; check.sh reads this file.
#
#   check ID TITLE        runs the function ID as a check, with a new store
#   kv ARGS...            runs ./kvlog STORE ARGS...
#   must ARGS...          the same, and it must print nothing and exit with 0
#   kv_with TEXT ARGS...  the same, with TEXT (as for printf) on standard input
#   expect STATUS TEXT    what the last kv must have exited with and printed
#   expect_that WHAT TEST...  the command TEST must succeed; WHAT says so in words
#   expect_size BYTES     the size of the store's file
#   finish                prints the plan and exits
#
# A check ends at its first expectation that does not hold.

set -u
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
stores=${COURSEGEN_EXCHANGE:-$tmp/stores}
cd "${COURSEGEN_WORKSPACE:-.}" || exit 1

# Whoever runs this by hand needs no as-learner; the program runs right here.
learner=
if command -v as-learner >/dev/null; then learner=as-learner; fi
limit=
if command -v timeout >/dev/null; then limit='timeout 5'; fi

total=0
failed=0
hung=0

# Anything as one short printable line that may stand between quotes in YAML.
quoted() {
    head -c 161 | od -An -v -tu1 | awk '
        { for (i = 1; i <= NF; i++) {
            if (++count > 160) text = text "..."
            else if ($i == 10) text = text "\\n"
            else if ($i == 34 || $i == 92) text = text sprintf("\\%c", $i)
            else if ($i < 32 || $i > 126) text = text sprintf("\\x%02x", $i)
            else text = text sprintf("%c", $i)
        } }
        END { printf "%s", text }'
}

hex() { od -An -v -tx1 "$1" | tr -s ' \n' ' ' | sed 's/^ //; s/ $//'; }
size() { wc -c <"$1" | tr -d ' '; }

# problem SENTENCE [EXPECTED ACTUAL]: the first one is the check's message.
problem() {
    [ -z "$message" ] || return 0
    message=$1 expected=${2-} actual=${3-}
}

# yaml KEY VALUE: one line; the value went through quoted already. (Not echo,
# which would turn \n into a new line in some shells.)
yaml() { [ -z "$2" ] || printf '  %s: "%s"\n' "$1" "$2"; }

check() {
    total=$((total + 1))
    message='' expected='' actual='' commands='' input=''
    mkdir -p "$stores/$1"
    chmod a+rwx "$stores/$1"
    store=$stores/$1/store
    rm -f "$store" "$store.tmp"
    "$1"
    if [ -z "$message" ]; then
        echo "ok $total - $1  $2"
        return
    fi
    failed=$((failed + 1))
    echo "not ok $total - $1  $2"
    echo '  ---'
    yaml message "$message"
    yaml commands "$commands"
    yaml stdin "$input"
    yaml expected "$expected"
    yaml actual "$actual"
    echo '  ...'
}

finish() {
    echo "1..$total"
    [ "$failed" -eq 0 ]
    exit
}

run() {
    line='./kvlog STORE'
    for word; do
        case $word in
            *[!A-Za-z0-9_.-]* | '') word="'$word'" ;;
        esac
        if [ "${#word}" -gt 60 ]; then
            word="$(printf %.20s "$word")...(${#word} bytes)"
        fi
        line="$line $word"
    done
    line=$(printf %s "$line" | quoted)
    commands="$commands${commands:+; }$line"
    if [ "$hung" -ge 2 ]; then
        problem "$line was not run, because two commands before it did not finish"
        return
    fi
    $limit $learner ./kvlog "$store" "$@" <"$tmp/in" >"$tmp/out" 2>"$tmp/err"
    status=$?
    [ "$status" -ne 124 ] || hung=$((hung + 1))
}

kv() {
    [ -z "$message" ] || return 0
    : >"$tmp/in"
    input=
    run "$@"
}

must() {
    kv "$@"
    expect 0 ''
}

kv_with() {
    [ -z "$message" ] || return 0
    printf "$1" >"$tmp/in"
    input=$(quoted <"$tmp/in")
    shift
    run "$@"
}

expect() {
    [ -z "$message" ] || return 0
    printf %s "$2" >"$tmp/want"
    if [ "$status" -ne "$1" ]; then
        case $status in
            124) said=' (it did not finish within 5 seconds)' ;;
            126 | 127) said=' (the program is not there; does make succeed?)' ;;
            *) said=$(head -n 1 "$tmp/err" | tr -d "\n" | quoted)
               said=${said:+ (it said: $said)} ;;
        esac
        problem "$line must exit with status $1, but it exited with $status$said" \
            "exit status $1" "exit status $status"
    elif ! cmp -s "$tmp/want" "$tmp/out"; then
        want=$(quoted <"$tmp/want")
        got=$(quoted <"$tmp/out")
        problem "$line must print ${want:-nothing}, but it printed ${got:-nothing}" \
            "${want:-nothing}" "${got:-nothing}"
    fi
}

expect_that() {
    [ -z "$message" ] || return 0
    what=$1
    shift
    "$@" || problem "after $line: $what"
}

expect_size() {
    [ -z "$message" ] || return 0
    expect_that 'there must be a store file that others may read' [ -r "$store" ]
    [ -z "$message" ] || return 0
    [ "$(size "$store")" -eq "$1" ] ||
        problem "after $line the file must have $1 bytes, but it has $(size "$store")" \
            "$1 bytes" "$(size "$store") bytes: $(hex "$store" | head -c 180)"
}

keep_copy() { [ -n "$message" ] || cp "$store" "$tmp/copy" 2>/dev/null || : >"$tmp/copy"; }
same_as_copy() { cmp -s "$store" "$tmp/copy"; }
