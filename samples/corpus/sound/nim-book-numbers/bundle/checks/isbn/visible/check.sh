#!/bin/sh
. "$(dirname "$0")/report.sh"

says old_number 'an old number' '' 0 '0-306-40615-2 is a book: 9780306406157\n' ./books 0-306-40615-2
says wrong_old_number 'an old number with a mistake' '' 1 '0-306-40615-3 is no book\n' ./books 0-306-40615-3
says new_number 'a new number' '' 0 '978-0-306-40615-7 is a book: 9780306406157\n' ./books 978-0-306-40615-7
says too_short 'four digits' '' 1 '1234 is no book\n' ./books 1234

finish
