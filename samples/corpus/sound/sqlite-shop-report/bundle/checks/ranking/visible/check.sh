#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/tap.sh"

ask() {
    printf '%s\n' '.read schema.sql' '.read views/ranking.sql' "$1" | $learner sqlite3 :memory: 2>&1
}

same best_first 'who paid most comes first' '1|Otto|800
2|Ines|700' "$(ask "
    INSERT INTO customers VALUES (1, 'Ines'), (2, 'Otto');
    INSERT INTO orders VALUES (1, 1, '2024-03-01', 'sent'), (2, 2, '2024-03-30', 'open');
    INSERT INTO items VALUES (1, 'tea', 350, 2), (2, 'cup', 800, 1);
    SELECT place, name, cents FROM ranking;")"
same best_place 'the best customer has the first place' '1' "$(ask "
    INSERT INTO customers VALUES (1, 'Ines');
    INSERT INTO orders VALUES (1, 1, '2024-03-01', 'sent');
    INSERT INTO items VALUES (1, 'tea', 350, 2);
    SELECT place FROM ranking;")"
finish
