#!/bin/sh
. "$(dirname "$0")/report.sh"

asks nothing_yet 'before the first poll there is none' GET /polls/1 '' 404 ''
asks one_option 'one option is none' POST /polls 'Tea?\nyes' 400 ''
asks refused_leaves_nothing 'what was refused is not there' GET /polls/1 '' 404 ''
asks next_poll 'the number was still free' POST /polls 'Tea?\nyes\nno' 201 '/polls/1\n'
asks empty_body 'an empty body' POST /polls '' 400 ''
asks many_options 'five options' POST /polls 'Day?\nMo\nTu\nWe\nTh\nFr' 201 '/polls/2\n'
asks two_polls_apart 'polls do not mix' GET /polls/2 '' 200 'Day?\nMo\nTu\nWe\nTh\nFr\n'
asks first_is_still_there 'the first poll is as it was' GET /polls/1 '' 200 'Tea?\nyes\nno\n'
asks poll_zero 'there is no poll 0' GET /polls/0 '' 404 ''

finish
