#!/bin/sh
. "$COURSEGEN_SHARED/junit.sh"

same no_orders '' "$(ask '')"
same pieces_count '2023-12|1|35' "$(ask "
    INSERT INTO orders VALUES (7, 3, '2023-12-31', 'sent');
    INSERT INTO items VALUES (7, 'pen', 5, 7);")"
same months_in_order '2023-11|1|4
2023-02|1|2
2022-11|1|1' "$(ask "
    INSERT INTO orders VALUES (1, 1, '2023-11-05', 'open'), (2, 1, '2022-11-05', 'open'), (3, 1, '2023-02-05', 'open');
    INSERT INTO items VALUES (1, 'a', 4, 1), (2, 'b', 1, 1), (3, 'c', 2, 1);")"
same orders_once '2023-11|2|10' "$(ask "
    INSERT INTO orders VALUES (1, 1, '2023-11-05', 'open'), (2, 1, '2023-11-06', 'open');
    INSERT INTO items VALUES (1, 'a', 1, 1), (1, 'b', 2, 1), (1, 'c', 3, 1), (2, 'a', 4, 1);")"
same order_without_items '2023-11|2|6
2023-10|1|0' "$(ask "
    INSERT INTO orders VALUES (1, 1, '2023-11-05', 'open'), (2, 2, '2023-11-06', 'open'), (3, 3, '2023-10-01', 'sent');
    INSERT INTO items VALUES (1, 'a', 6, 1);")"
same only_cancelled '' "$(ask "
    INSERT INTO orders VALUES (1, 1, '2023-11-05', 'cancelled');
    INSERT INTO items VALUES (1, 'a', 6, 1);")"
finish
