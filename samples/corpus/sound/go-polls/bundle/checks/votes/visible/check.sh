#!/bin/sh
# The server has to be running, and new: polls are counted from 1.
. "$(dirname "$0")/report.sh"

curl -s -m 10 -o "${TMPDIR:-/tmp}/made" --data-binary "$(printf 'Where?\nlake\nmountain\n')" "$BASE_URL/polls"
asks takes_a_vote 'a vote for the mountain' POST /polls/1/votes mountain 204 ''
asks counts_votes 'it is in the results' GET /polls/1/results '' 200 '1 mountain\n0 lake\n'
asks no_such_option 'a vote for the sea' POST /polls/1/votes sea 400 ''
asks second_vote 'another one' POST /polls/1/votes mountain 204 ''
asks counts_two 'both count' GET /polls/1/results '' 200 '2 mountain\n0 lake\n'
asks evens_out 'a vote for the lake' POST /polls/1/votes lake 204 ''

finish
