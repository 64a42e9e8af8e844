#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/tap.sh"
: "${BASE_URL:=http://127.0.0.1:${PORT:-8000}}"
ask() { curl -s -m 5 -w ' %{http_code}' "$@"; }

ask -d '{"isbn": "333", "title": "Momo"}' "$BASE_URL/books" >/dev/null
same lends_book 'a book on the shelf can be lent' \
    '{"isbn": "333", "reader": "Ada"} 201' \
    "$(ask -d '{"isbn": "333", "reader": "Ada"}' "$BASE_URL/loans")"
same second_reader_waits 'a book that is lent is a 409' \
    '{"error": "lent"} 409' \
    "$(ask -d '{"isbn": "333", "reader": "Bob"}' "$BASE_URL/loans")"
same gives_back 'a book can be given back' ' 204' "$(ask -X DELETE "$BASE_URL/loans/333")"
finish
