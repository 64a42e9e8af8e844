#!/bin/sh
. "$(dirname "$0")/report.sh"

asks hit_other 'one page' POST /hits/one '' 200 '1\n'
asks pages_apart 'another page' POST /hits/two '' 200 '1\n'
asks one_again 'the first again' POST /hits/one '' 200 '2\n'
asks reading_counts_nothing 'reading' GET /hits/one '' 200 '2\n'
asks still_two 'reading again' GET /hits/one '' 200 '2\n'
asks unknown 'a page nobody knows' GET /hits/three '' 200 '0\n'
asks longest 'twenty characters' POST /hits/abcdefghij-klmnopqrs '' 200 '1\n'
asks too_long 'twenty-one characters' POST /hits/abcdefghij-klmnopqrst '' 400 ''
asks capital 'a capital' POST /hits/Home '' 400 ''
asks slash 'a slash' POST /hits/a/b '' 400 ''
asks one_letter 'one letter' POST /hits/z '' 200 '1\n'
asks no_name_read 'no name, while reading' GET /hits/ '' 400 ''
asks put 'another method' PUT /hits/one '' 405 ''

finish
