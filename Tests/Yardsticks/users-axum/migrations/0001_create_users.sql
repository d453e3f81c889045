-- People who have an account.
CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT 'member',
    -- Notes of our support staff: never shown by the API.
    internal_note TEXT,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_name_check CHECK (name <> ''),
    CONSTRAINT users_role_check CHECK (role IN ('admin', 'member', 'guest'))
);

CREATE INDEX users_created_at_idx ON users (created_at, id);
