#!/bin/sh
# Ends with 1 at the first difference. What it says is for the author.
balance() {
    printf '%s\n' "$@" | as-learner awk -f ledger.awk
    echo "exit $?"
}
same() {
    [ "$1" = "$2" ] && return
    printf 'expected\n%s\ngot\n%s\n' "$1" "$2"
    exit 1
}

same 'exit 0' "$(balance '' '# nothing')"
same 'exit 0' "$(balance '1;a;b;10' '2;b;a;10')"
same 'ann 0.99
bob 100.01
cyd -101.00
exit 0' "$(balance '1;bob;cyd;10001' '' '2;ann;cyd;99')"
same 'zed -0.90
zoe 0.90
exit 0' "$(balance '1;zoe;zed;90')"
same 'b -3.00
c 3.00
exit 0' "$(balance '1;a;b;300' '2;c;a;300')"
same 'a 0.50
b -0.50
exit 0' "$(balance ';a;b;50')"
same 'line 2: cannot read
exit 1' "$(balance '1;a;b;300' '2;c;a')"
same 'line 3: cannot read
exit 1' "$(balance '# x' '1;a;b;300' '2;c;a;4;5' '3;c;a;x')"
same 'line 1: cannot read
exit 1' "$(balance '1;a;b;-5')"
same 'line 1: cannot read
exit 1' "$(balance '1;a;b;5x')"
same 'line 1: cannot read
exit 1' "$(balance ' ')"
