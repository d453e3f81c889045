-- migrate:up transaction:false
-- A name is split, and an e-mail may not be empty.
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE users_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL COLLATE NOCASE UNIQUE,
    full_name TEXT NOT NULL,
    short_name TEXT NOT NULL DEFAULT '',
    is_admin INTEGER NOT NULL DEFAULT 0 CHECK (is_admin IN (0, 1)),
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    CONSTRAINT email_not_empty CHECK (email <> '')
);
INSERT INTO users_new (id, email, full_name, short_name, is_admin, created_at)
SELECT id, email, name, substr(name, 1, 3), is_admin, created_at FROM users;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
COMMIT;
PRAGMA foreign_keys = ON;

-- migrate:down
SELECT 1;
