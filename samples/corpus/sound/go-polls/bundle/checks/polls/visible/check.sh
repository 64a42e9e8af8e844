#!/bin/sh
# The server has to be running, and new: polls are counted from 1.
. "$(dirname "$0")/report.sh"

asks makes_a_poll 'a first poll' POST /polls 'Where?\nlake\nmountain\n' 201 '/polls/1\n'
asks shows_it 'the poll can be read' GET /polls/1 '' 200 'Where?\nlake\nmountain\n'
asks second_poll 'a second poll' POST /polls 'When?\nnow\nlater' 201 '/polls/2\n'
asks too_few 'a question alone is no poll' POST /polls 'Why?' 400 ''
asks no_such_poll 'a number nobody has' GET /polls/7 '' 404 ''

finish
