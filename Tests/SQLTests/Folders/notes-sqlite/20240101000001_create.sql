-- migrate:up
PRAGMA foreign_keys = ON;

CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL COLLATE NOCASE UNIQUE,
    name TEXT NOT NULL CHECK (length(name) <= 100),
    is_admin INTEGER NOT NULL DEFAULT 0 CHECK (is_admin IN (0, 1)),
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    body TEXT,
    pinned BOOLEAN NOT NULL DEFAULT 0,
    price DECIMAL(8, 2),
    seen DATETIME DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX notes_user_pinned ON notes (user_id) WHERE pinned = 1;
CREATE INDEX [notes title] ON notes (title COLLATE NOCASE, id DESC);

-- migrate:down
DROP TABLE notes;
DROP TABLE users;
