-- migrate:up
ALTER TABLE notes ADD COLUMN folder TEXT;
ALTER TABLE notes ADD COLUMN reviewer_id INTEGER REFERENCES users (id) ON DELETE SET NULL;
ALTER TABLE notes RENAME COLUMN body TO content;
ALTER TABLE notes DROP COLUMN seen;
INSERT INTO users (id, email, full_name, is_admin) VALUES (10, 'root@example.org', 'Root', 1);
INSERT OR IGNORE INTO users (id, email, full_name) VALUES (11, 'Root@example.org', 'Other');
INSERT INTO notes (user_id, title, pinned) VALUES (10, 'First', 1);
-- migrate:down
