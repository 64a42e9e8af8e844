#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/tap.sh"
: "${BASE_URL:=http://127.0.0.1:${PORT:-8000}}"
ask() { curl -s -m 5 -w ' %{http_code}' "$@"; }

same adds_book 'a new book is a 201' \
    '{"isbn": "111", "title": "Walden"} 201' \
    "$(ask -d '{"isbn": "111", "title": "Walden"}' "$BASE_URL/books")"
ask -d '{"isbn": "222", "title": "Emma"}' "$BASE_URL/books" >/dev/null
same lists_by_title 'books are listed by title' 'Emma Walden ' \
    "$(curl -s -m 5 "$BASE_URL/books" | grep -o '"title": "[A-Za-z]*"' | cut -d '"' -f 4 | tr '\n' ' ')"
finish
