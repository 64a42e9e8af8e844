#!/bin/sh
# The server has to be running, and new: nothing has been visited yet.
. "$(dirname "$0")/report.sh"

asks never_visited 'a page nobody has visited' GET /hits/home '' 200 '0\n'
asks first_hit 'a first visit' POST /hits/home '' 200 '1\n'
asks second_hit 'a second visit' POST /hits/home '' 200 '2\n'
asks reads 'the number can be read' GET /hits/home '' 200 '2\n'
asks empty_name 'a page without a name' POST /hits/ '' 400 ''
asks delete 'another method' DELETE /hits/home '' 405 ''

finish
