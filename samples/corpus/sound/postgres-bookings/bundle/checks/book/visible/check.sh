#!/bin/sh
. "${COURSEGEN_CHECKS:-$(dirname "$0")}/tap.sh"

told=$($learner .coursegen/runtime/database.sh 2>/dev/null <<'SQL'
INSERT INTO bookings VALUES (1, 'attic', '2024-06-10', '2024-06-14');
INSERT INTO bookings VALUES (2, 'attic', '2024-06-12', '2024-06-16');
INSERT INTO bookings VALUES (3, 'tower', '2024-06-12', '2024-06-16');
SELECT 'bookings: ' || string_agg(id::text, ' ' ORDER BY id) FROM bookings;
SELECT 'free: ' || string_agg(name, ' ') FROM free_rooms('2024-06-12', '2024-06-13') AS name;
SQL
)
same refuses_overlap 'the second guest of the attic is refused' 'bookings: 1 3' "$(echo "$told" | grep '^bookings')"
same one_room_is_free 'one room is free' 'free: garden' "$(echo "$told" | grep '^free')"
finish
