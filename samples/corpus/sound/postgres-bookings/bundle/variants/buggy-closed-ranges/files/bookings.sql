-- Your rules for the table bookings, and the function free_rooms.

CREATE EXTENSION btree_gist;

ALTER TABLE bookings ADD CHECK (departure > arrival);

ALTER TABLE bookings ADD EXCLUDE USING gist (room WITH =, daterange(arrival, departure, '[]') WITH &&);

CREATE FUNCTION free_rooms(first date, last date) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT name
    FROM rooms
    WHERE NOT EXISTS (SELECT FROM bookings WHERE room = name AND arrival < last AND departure > first)
    ORDER BY name
$$;
