CREATE TABLE rooms (
    name text PRIMARY KEY
);
CREATE TABLE bookings (
    id int PRIMARY KEY,
    room text NOT NULL REFERENCES rooms,
    arrival date NOT NULL,
    departure date NOT NULL
);
INSERT INTO rooms VALUES ('garden'), ('attic'), ('tower');
