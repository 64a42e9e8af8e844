#!/bin/sh
# Crowds as they come. Reports as JUnit; every case has rooms of its own.
cases=''
wrong=0

status_of() { curl -s -m 5 -o /dev/null -w '%{http_code}' -X "$1" --data-binary "${3-}" "$BASE_URL$2"; }
text_of() { curl -s -m 5 -X "$1" --data-binary "${3-}" "$BASE_URL$2" | tr -cd 'a-z0-9-'; }

# holds ID TITLE EXPECTED GOT
holds() {
    cases="$cases<testcase name=\"$1\"><properties><property name=\"title\" value=\"$2\"/></properties>"
    if [ "$3" != "$4" ]; then
        wrong=1
        cases="$cases<failure message=\"expected $3, got $4\"/>"
    fi
    cases="$cases</testcase>"
}

open_with() { status_of PUT "/rooms/$1" "$2"; }
enter() { status_of POST "/rooms/$1/enter"; }
leave() { status_of POST "/rooms/$1/leave"; }

holds opens_once 'A room is opened once' '201 409 200 409' "$(open_with once 1) $(open_with once 9) $(enter once) $(enter once)"

holds bounds 'A capacity is between 1 and 1000' '400 201 201 201 400' \
    "$(open_with nil 0) $(open_with one 1) $(open_with some 29) $(open_with most 1000) $(open_with more 1001)"

holds odd_capacities 'Only whole numbers are capacities' '400 400 400 400 400 400' \
    "$(open_with odda -1) $(open_with oddb 1.5) $(open_with oddc '5 people') $(open_with oddd '') $(open_with odde ' 7') $(open_with oddf '8
')"

holds refused_is_not_open 'A refused capacity opens nothing' '400 404 404' \
    "$(open_with refused 0) $(status_of GET /rooms/refused) $(enter refused)"

open_with busy 2 >/dev/null
enter busy >/dev/null; enter busy >/dev/null
holds refusals_are_not_counted 'Whoever is refused is not counted' '409 409 2 200 200 409' \
    "$(enter busy) $(enter busy) $(text_of GET /rooms/busy) $(leave busy) $(enter busy) $(enter busy)"

open_with quiet 3 >/dev/null
holds nobody_leaves 'Nobody leaves an empty room' '409 0 200 200 409 0' \
    "$(leave quiet) $(text_of GET /rooms/quiet) $(enter quiet) $(leave quiet) $(leave quiet) $(text_of GET /rooms/quiet)"

open_with east 1 >/dev/null
open_with west 1 >/dev/null
holds rooms_are_apart 'Rooms are counted each by itself' '200 0 200 409' \
    "$(enter east) $(text_of GET /rooms/west) $(enter west) $(enter east)"

holds unknown 'Unknown rooms and doors are not found' '404 404 404 404 404 404 404' \
    "$(status_of GET /rooms/nobody) $(enter nobody) $(leave nobody) $(status_of PUT /rooms/Loud 5) $(status_of PUT /rooms/abcdefghijklmnopqrstu 5) $(status_of PUT /rooms/ 5) $(status_of GET /doors)"

open_with narrow 1 >/dev/null
holds words 'Every refusal says what is the matter' 'empty nosuchroom nosuchroom nosuchdoor nosuchdoor full' \
    "$(text_of POST /rooms/narrow/leave) $(text_of GET /rooms/nowhere) $(text_of GET /rooms) $(text_of POST /rooms/narrow) $(text_of GET /rooms/narrow/enter) $(enter narrow >/dev/null; text_of POST /rooms/narrow/enter)"

holds words_for_opening 'Opening says what became of it' 'open openalready nosuchcapacity nosuchcapacity' \
    "$(text_of PUT /rooms/wide 7) $(text_of PUT /rooms/wide 7) $(text_of PUT /rooms/wide 0) $(text_of PUT /rooms/wider 1001)"

open_with verbs 2 >/dev/null
holds verbs 'Asking lets nobody in' '404 404 404 0' \
    "$(status_of GET /rooms/verbs/enter) $(status_of PUT /rooms/verbs/enter 5) $(status_of POST /rooms/verbs) $(text_of GET /rooms/verbs)"

holds long_names 'Names have up to twenty letters' '201 201' "$(open_with abcdefghijklmnopqrst 5) $(open_with z 5)"

printf '<testsuite>%s</testsuite>\n' "$cases" >"$COURSEGEN_REPORT"
exit "$wrong"
