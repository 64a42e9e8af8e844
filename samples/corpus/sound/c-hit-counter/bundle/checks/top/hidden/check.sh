#!/bin/sh
. "$(dirname "$0")/report.sh"

visit() { for page; do curl -s -m 10 -o "${TMPDIR:-/tmp}/visit" -X POST "$BASE_URL/hits/$page"; done; }

asks nothing_yet 'before the first visit' GET /top '' 200 ''
visit pear apple fig
asks names_decide 'equal pages by name' GET /top '' 200 '1 apple\n1 fig\n1 pear\n'
visit fig pear pear
asks three_kinds 'by visits' GET /top '' 200 '3 pear\n2 fig\n1 apple\n'
visit yew oak
asks five 'five pages' GET /top '' 200 '3 pear\n2 fig\n1 apple\n1 oak\n1 yew\n'
visit ash
asks five_at_most 'five at most' GET /top '' 200 '3 pear\n2 fig\n1 apple\n1 ash\n1 oak\n'
visit ash ash ash
asks most_first_again 'the newest page leads' GET /top '' 200 '4 ash\n3 pear\n2 fig\n1 apple\n1 oak\n'

finish
