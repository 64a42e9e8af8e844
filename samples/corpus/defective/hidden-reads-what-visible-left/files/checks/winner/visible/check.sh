#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/ask.sh"

printf 'bob 3\nada 2\ncy 3\nada 1\n' >"${COURSEGEN_EXCHANGE:-.}/equals.txt"
check only_player 'Who plays alone wins' 0 ada 'ada 5\n' winner
check clear_winner 'The most points win' 0 bob 'ada 5\nbob 9\ncy 2\n' winner
finish
