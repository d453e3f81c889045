-- The port becomes a number, and devices are known by their serial number.
ALTER TABLE devices ALTER COLUMN port DROP DEFAULT;
ALTER TABLE devices ALTER COLUMN port TYPE integer USING port::integer;
ALTER TABLE devices ALTER COLUMN port SET DEFAULT 80;
ALTER TABLE devices
    ALTER COLUMN serial_number SET NOT NULL,
    ADD CONSTRAINT devices_serial_number_key UNIQUE (serial_number),
    ADD CONSTRAINT devices_port_range CHECK (port BETWEEN 1 AND 65535),
    DROP COLUMN obsolete;
ALTER TABLE devices ALTER COLUMN active DROP DEFAULT, ALTER COLUMN active TYPE boolean USING active <> 0;
ALTER TABLE devices ALTER COLUMN active SET DEFAULT true;
