CREATE TABLE users (
    id BIGSERIAL PRIMARY KEY,
    email TEXT NOT NULL,
    CONSTRAINT users_mail_key UNIQUE (mail)
);
CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER REFERENCES writers (id));
SELEC 1;
