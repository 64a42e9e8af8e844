-- Your rules for the table bookings, and the function free_rooms.

CREATE FUNCTION refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM bookings WHERE room = NEW.room AND NEW.arrival >= arrival AND NEW.arrival < departure) THEN
        RAISE EXCEPTION USING ERRCODE = '23P01', MESSAGE = 'the room is taken';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER refuse_overlap BEFORE INSERT ON bookings FOR EACH ROW EXECUTE FUNCTION refuse_overlap();

CREATE FUNCTION free_rooms(first date, last date) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT name
    FROM rooms
    WHERE NOT EXISTS (SELECT FROM bookings WHERE room = name AND arrival < last AND departure > first)
    ORDER BY name
$$;
