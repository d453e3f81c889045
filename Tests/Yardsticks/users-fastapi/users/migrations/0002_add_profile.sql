-- Translated from migrations/0002_add_profile.sql, which is written for PostgreSQL.

-- What people tell about themselves, and how they sign in.
ALTER TABLE users ADD COLUMN bio TEXT;

ALTER TABLE users ADD COLUMN password_hash TEXT;
