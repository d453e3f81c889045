ALTER TABLE devices RENAME TO hosts;
ALTER TABLE hosts RENAME COLUMN firmware TO firmware_version;
ALTER TABLE hosts ALTER COLUMN site_id SET NOT NULL;
ALTER TABLE hosts DROP CONSTRAINT devices_site_id_fkey;
ALTER TABLE hosts ADD FOREIGN KEY (site_id) REFERENCES sites (id) ON DELETE RESTRICT;
ALTER TABLE readings ADD COLUMN unit varchar(8) NOT NULL DEFAULT 'C', ADD CHECK (unit IN ('C', 'F'));
CREATE TABLE scratch (id int PRIMARY KEY);
DROP TABLE scratch;
