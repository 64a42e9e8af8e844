#!/bin/sh
# Says what is wrong and ends with 1, or ends with 0.
cd "${COURSEGEN_WORKSPACE:-.}" || exit 1
learner=
if command -v as-learner >/dev/null; then learner=as-learner; fi
names='backup-2024-03-01.tar
backup-2024-03-02.tar
backup-2024-03-03.tar
backup-2024-03-04.tar
backup-2024-03-05.tar'
got=$(echo "$names" | $learner bash rotate.bash 2)
wanted='backup-2024-03-03.tar
backup-2024-03-02.tar'
if [ "$got" != "$wanted" ]; then
    printf 'Of five backups in March, with 2 to stay, these may go:\n%s\nbut the script named\n%s\n' "$wanted" "$got"
    exit 1
fi
got=$(echo "$names" | $learner bash rotate.bash 5)
if [ -n "$got" ]; then
    printf 'With 5 to stay none may go, but the script named\n%s\n' "$got"
    exit 1
fi
