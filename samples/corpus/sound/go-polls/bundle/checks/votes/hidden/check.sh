#!/bin/sh
. "$(dirname "$0")/report.sh"

for body in 'Fruit?\npear\napple\nquince\n' 'Nut?\nhazel\nalmond\n'; do
    printf "$body" | curl -s -m 10 -o "${TMPDIR:-/tmp}/made" --data-binary @- "$BASE_URL/polls"
done
asks all_without_votes 'without votes the order is that of the poll' GET /polls/1/results '' 200 '0 pear\n0 apple\n0 quince\n'
asks the_question_is_no_option 'the question is no option' POST /polls/1/votes 'Fruit?' 400 ''
asks two_lines 'two options are no vote' POST /polls/1/votes 'apple\npear' 400 ''
asks no_line 'an empty body is no vote' POST /polls/1/votes '' 400 ''
asks vote_last 'a vote for the last option' POST /polls/1/votes quince 204 ''
asks ties_keep_their_order 'the others keep their order' GET /polls/1/results '' 200 '1 quince\n0 pear\n0 apple\n'
asks other_poll 'a vote in another poll' POST /polls/2/votes almond 204 ''
asks counts_apart 'polls count for themselves' GET /polls/1/results '' 200 '1 quince\n0 pear\n0 apple\n'
asks vote_again 'votes add up' POST /polls/1/votes apple 204 ''
asks vote_thrice 'and up' POST /polls/1/votes apple 204 ''
asks most_first 'most votes first' GET /polls/1/results '' 200 '2 apple\n1 quince\n0 pear\n'

finish
