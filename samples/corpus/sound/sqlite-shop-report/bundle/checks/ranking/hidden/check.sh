#!/bin/sh
. "$COURSEGEN_SHARED/junit.sh"

same never_ordered '1|Abe|0
1|Ada|0
1|Bo|0
1|Bo|0' "$(ask '')"
same shared_place '1|Abe|9
2|Ada|6
2|Bo|6
4|Bo|2' "$(ask "
    INSERT INTO orders VALUES (1, 4, '2024-01-01', 'sent'), (2, 1, '2024-01-01', 'sent'), (3, 2, '2024-01-01', 'sent'), (4, 3, '2024-01-01', 'open');
    INSERT INTO items VALUES (1, 'a', 3, 3), (2, 'b', 6, 1), (3, 'c', 3, 2), (4, 'c', 2, 1);")"
same only_cancelled_orders '1|Bo|1
2|Abe|0
2|Ada|0
2|Bo|0' "$(ask "
    INSERT INTO orders VALUES (1, 4, '2024-01-01', 'cancelled'), (2, 2, '2024-01-01', 'sent');
    INSERT INTO items VALUES (1, 'a', 9, 9), (2, 'b', 1, 1);")"
same same_name '1|Bo|50
2|Bo|30
3|Abe|0
3|Ada|0' "$(ask "
    INSERT INTO orders VALUES (1, 2, '2024-01-01', 'open'), (2, 3, '2024-02-01', 'sent'), (3, 3, '2024-03-01', 'sent');
    INSERT INTO items VALUES (1, 'a', 30, 1), (2, 'b', 20, 1), (3, 'b', 15, 2);")"
finish
