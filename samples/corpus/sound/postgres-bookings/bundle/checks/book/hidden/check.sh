#!/bin/sh
. "$COURSEGEN_SHARED/tap.sh"

# One server does everything; the state that follows a name is the error code of PostgreSQL, 00000 for none.
told=$($learner .coursegen/runtime/database.sh 2>/dev/null <<'SQL'
SELECT 'all ' || string_agg(name, ' ') FROM free_rooms('2024-06-01', '2024-06-30') AS name;
INSERT INTO bookings VALUES (1, 'attic', '2024-06-10', '2024-06-14');
\echo first :SQLSTATE
INSERT INTO bookings VALUES (2, 'attic', '2024-06-14', '2024-06-16');
\echo next :SQLSTATE
INSERT INTO bookings VALUES (3, 'attic', '2024-06-08', '2024-06-10');
\echo before :SQLSTATE
INSERT INTO bookings VALUES (4, 'attic', '2024-06-01', '2024-06-30');
\echo around :SQLSTATE
INSERT INTO bookings VALUES (5, 'attic', '2024-06-11', '2024-06-12');
\echo within :SQLSTATE
INSERT INTO bookings VALUES (6, 'attic', '2024-06-13', '2024-06-15');
\echo across :SQLSTATE
INSERT INTO bookings VALUES (7, 'garden', '2024-06-12', '2024-06-13');
\echo other :SQLSTATE
UPDATE bookings SET room = 'attic' WHERE id = 7;
\echo moved :SQLSTATE
UPDATE bookings SET departure = '2024-06-15' WHERE id = 1;
\echo longer :SQLSTATE
INSERT INTO bookings VALUES (8, 'tower', '2024-06-12', '2024-06-12');
\echo none :SQLSTATE
SELECT 'left ' || string_agg(id::text, ' ' ORDER BY id) FROM bookings;
SELECT 'night ' || string_agg(name, ' ') FROM free_rooms('2024-06-12', '2024-06-13') AS name;
SELECT 'later ' || string_agg(name, ' ') FROM free_rooms('2024-06-13', '2024-06-14') AS name;
SELECT 'ends ' || string_agg(name, ' ') FROM free_rooms('2024-06-16', '2024-06-20') AS name;
SELECT 'begins ' || string_agg(name, ' ') FROM free_rooms('2024-06-01', '2024-06-08') AS name;
SELECT 'span ' || string_agg(name, ' ') FROM free_rooms('2024-06-01', '2024-06-30') AS name;
SQL
)
said() { echo "$told" | sed -n "s/^$1 //p" | sed 's/^23...$/refused/; s/^00000$/done/' | tr '\n' ' '; }

same all_rooms_free 'without bookings all rooms are free' 'attic garden tower ' "$(said all)"
same takes_first 'a first booking is taken' 'done ' "$(said first)"
same same_day_change 'guests may come and go on the same day' 'done done ' "$(said next)$(said before)"
same refuses_enclosing 'a booking around or within another is refused' 'refused refused ' "$(said around)$(said within)"
same refuses_across 'a booking across the end of another is refused' 'refused ' "$(said across)"
same other_rooms 'another room can be booked' 'done ' "$(said other)"
same refuses_by_change 'a change cannot give a night away twice' 'refused refused ' "$(said moved)$(said longer)"
same refuses_no_night 'a booking without a night is refused' 'refused ' "$(said none)"
same what_is_left 'what was refused is not there' '1 2 3 7 ' "$(said left)"
same free_at_night 'a night that is taken' 'tower ' "$(said night)"
same free_between 'a night that is free again' 'garden tower ' "$(said later)"
same free_at_ends 'the days of arrival and departure' 'attic garden tower attic garden tower ' "$(said ends)$(said begins)"
same free_in_span 'a longer stay' 'tower ' "$(said span)"
finish
