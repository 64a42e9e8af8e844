#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/tap.sh"

# ask STATEMENTS: what they print after the tables and the view were made
ask() {
    printf '%s\n' '.read schema.sql' '.read views/revenue.sql' "INSERT INTO customers VALUES (1, 'Ines'), (2, 'Otto');" "$1" |
        $learner sqlite3 :memory: 2>&1
}

same one_month 'two orders of one month' '2024-03|2|1700' "$(ask "
    INSERT INTO orders VALUES (1, 1, '2024-03-01', 'sent'), (2, 2, '2024-03-30', 'open');
    INSERT INTO items VALUES (1, 'tea', 900, 1), (2, 'cup', 800, 1);
    SELECT month, orders, cents FROM revenue;")"
same cancelled_orders 'a cancelled order does not count' '2024-03|1|900' "$(ask "
    INSERT INTO orders VALUES (1, 1, '2024-03-01', 'sent'), (2, 2, '2024-03-30', 'cancelled');
    INSERT INTO items VALUES (1, 'tea', 900, 1), (2, 'cup', 800, 1);
    SELECT month, orders, cents FROM revenue;")"
finish
