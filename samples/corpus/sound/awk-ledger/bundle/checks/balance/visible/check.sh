#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/tap.sh"
balance() { printf '%s\n' "$@" | $learner awk -f ledger.awk 2>&1; }

same one_payment 'one payment makes two balances' 'jon -12.50
mia 12.50' "$(balance '2024-03-01;mia;jon;1250')"
same both_directions 'payments in both directions add up' 'jon -7.50
mia 7.50' "$(balance '2024-03-01;mia;jon;1250' '2024-03-02;jon;mia;500')"
same comments 'comments are passed over' 'jon -0.05
mia 0.05' "$(balance '# March' '2024-03-01;mia;jon;5')"
finish
