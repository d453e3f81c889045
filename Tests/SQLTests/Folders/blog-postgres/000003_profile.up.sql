ALTER TABLE users ADD COLUMN bio TEXT, ADD COLUMN updated_at TIMESTAMPTZ NOT NULL DEFAULT now();
ALTER TABLE users RENAME COLUMN display_name TO name;
ALTER TABLE posts ADD COLUMN views BIGINT NOT NULL DEFAULT 0;
ALTER TABLE posts ADD COLUMN reviewer_id BIGINT REFERENCES users;
-- Drafts may be shared.
ALTER TABLE posts DROP CONSTRAINT posts_status_valid;
ALTER TABLE posts ADD CONSTRAINT posts_status_valid CHECK (status IN ('draft', 'shared', 'published', 'archived'));
ALTER TABLE posts ALTER COLUMN title TYPE VARCHAR(200);
