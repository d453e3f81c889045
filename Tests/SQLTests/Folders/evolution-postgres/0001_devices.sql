CREATE TABLE sites (id serial PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE devices (
    id serial PRIMARY KEY,
    site_id integer REFERENCES sites (id),
    serial_number text,
    firmware text DEFAULT '1.0',
    port text NOT NULL DEFAULT '80',
    obsolete integer,
    active integer NOT NULL DEFAULT 1
);
CREATE INDEX devices_obsolete_idx ON devices (obsolete, id);
CREATE TABLE readings (
    device_id integer NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
    at timestamptz NOT NULL,
    value real NOT NULL,
    PRIMARY KEY (device_id, at)
);
INSERT INTO sites (name) VALUES ('North');
INSERT INTO devices (site_id, serial_number, obsolete) VALUES (1, 'A-1', 7), (1, 'A-2', NULL);
INSERT INTO readings (device_id, at, value) VALUES (1, '2024-01-01T00:00:00Z', 1.5);
