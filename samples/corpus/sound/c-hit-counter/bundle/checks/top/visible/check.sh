#!/bin/sh
# The server has to be running, and new: nothing has been visited yet.
. "$(dirname "$0")/report.sh"

visit() { for page; do curl -s -m 10 -o "${TMPDIR:-/tmp}/visit" -X POST "$BASE_URL/hits/$page"; done; }

visit home
asks one_page 'a single page' GET /top '' 200 '1 home\n'
visit about about
asks most_first 'most visits first' GET /top '' 200 '2 about\n1 home\n'

finish
