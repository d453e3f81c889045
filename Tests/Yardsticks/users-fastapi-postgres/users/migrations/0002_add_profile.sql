-- What people tell about themselves, and how they sign in.
ALTER TABLE users ADD COLUMN bio TEXT;
ALTER TABLE users ADD COLUMN password_hash TEXT;
