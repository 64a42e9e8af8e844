#!/bin/sh
. "$COURSEGEN_SHARED/tap.sh"

# told COUNT DAY...: the days of the backups that the script names, in one line
told() {
    keep=$1
    shift
    printf 'backup-%s.tar\n' "$@" | $learner bash rotate.bash "$keep" | sed 's/^backup-//; s/\.tar$//' | tr '\n' ' '
}

same keeps_newest 'the newest stay' '2024-05-03 2024-05-02 ' "$(told 1 2024-05-01 2024-05-02 2024-05-03 2024-05-04)"
same keeps_none 'none of the newest has to stay' '2024-05-03 2024-05-02 ' "$(told 0 2024-05-01 2024-05-02 2024-05-03)"
same order_of_input 'names come in any order' '2024-05-10 2024-05-09 2024-05-02 ' \
    "$(told 1 2024-05-09 2024-05-11 2024-05-01 2024-05-10 2024-05-02)"
same oldest_of_month 'the oldest of each month stays' '2024-03-30 2024-03-20 2024-02-15 ' \
    "$(told 1 2024-02-14 2024-02-15 2024-03-10 2024-03-20 2024-03-30 2024-04-01)"
same same_month_of_other_year 'months of different years are different' '' "$(told 1 2022-05-02 2023-05-02 2024-05-02)"
foreign() { printf '%s\n' 'backup-2024-05-01.tar' 'backup-2024-05-02.tar.gz' 'my-backup-2024-05-02.tar' 'backup-2024-5-02.tar' \
    'backup-2024-05-02xtar' 'notes' 'backup-2024-05-03.tar' 'backup-2024-05-04.tar' '*'; }
same foreign_files 'other files are never named' 'backup-2024-05-03.tar' "$(foreign | $learner bash rotate.bash 1)"
same digits 'every digit is one' '2029-09-08 ' "$(told 1 2029-09-07 2029-09-08 2029-09-09)"
same two_digits 'a count may have two digits' '2024-05-02 ' \
    "$(told 10 2024-05-01 2024-05-02 2024-05-03 2024-05-04 2024-05-05 2024-05-06 2024-05-07 2024-05-08 2024-05-09 2024-05-10 2024-05-11 2024-05-12)"
# How many of 25 backups of one month may go.
may_go() { seq 10 34 | sed 's/.*/backup-2024-05-&.tar/' | $learner bash rotate.bash "$1" | wc -l | tr -d ' '; }
same every_count 'a count may be any number' '19 15 5 4' "$(may_go 5) $(may_go 9) $(may_go 19) $(may_go 20)"
refused() { foreign | $learner bash rotate.bash "$@" 2>/dev/null; echo "exit $?"; }
same refuses_words 'words and signs are refused' 'exit 2 exit 2 exit 2 exit 2 ' "$( (refused two; refused -1; refused 1x; refused 08) | tr '\n' ' ')"
same refuses_nothing 'so is no argument at all' 'exit 2' "$(refused)"
foreign | $learner bash rotate.bash 1 >/dev/null
same says_done 'the exit status is 0 otherwise' 0 "$?"
finish
