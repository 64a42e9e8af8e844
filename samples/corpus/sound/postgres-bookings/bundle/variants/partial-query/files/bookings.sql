-- Your rules for the table bookings, and the function free_rooms.

CREATE FUNCTION free_rooms(first date, last date) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT name FROM rooms
    EXCEPT
    SELECT room FROM bookings WHERE first BETWEEN arrival AND departure
$$;
