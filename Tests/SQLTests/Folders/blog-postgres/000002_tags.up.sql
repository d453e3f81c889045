CREATE TABLE IF NOT EXISTS tags (
    id SERIAL PRIMARY KEY,
    name TEXT NOT NULL,
    colour CHAR(7) NOT NULL DEFAULT '#000000' CHECK (colour ~ '^#[0-9a-f]{6}$')
);
CREATE UNIQUE INDEX tags_name_key ON tags (lower(name));

CREATE TABLE post_tags (
    post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE RESTRICT,
    PRIMARY KEY (post_id, tag_id)
);

INSERT INTO tags (id, name) VALUES (1, 'Swift'), (2, 'It''s SQL');
INSERT INTO users (email, display_name, created_at, avatar)
VALUES ('root@example.org', 'Root', '2024-02-29 23:30:00-01:00', '\xdeadbeef'), ('ann@example.org', 'Ann', DEFAULT, NULL);
SELECT setval('tags_id_seq', 2);
