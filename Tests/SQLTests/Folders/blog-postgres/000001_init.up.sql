BEGIN;

-- People who write.
CREATE TABLE users (
    id BIGSERIAL PRIMARY KEY,
    email VARCHAR(255) NOT NULL UNIQUE,
    display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 80),
    is_active BOOLEAN NOT NULL DEFAULT true,
    reputation INTEGER NOT NULL DEFAULT 0 CHECK (reputation >= 0),
    avatar BYTEA,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE posts (
    id BIGSERIAL PRIMARY KEY,
    author_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    slug VARCHAR(120) NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'draft',
    published_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT posts_status_valid CHECK (status IN ('draft', 'published', 'archived')),
    CONSTRAINT posts_published_has_date CHECK (status <> 'published' OR published_at IS NOT NULL),
    UNIQUE (author_id, slug)
);

/* What readers say. /* nested */ */
CREATE TABLE comments (
    id BIGSERIAL PRIMARY KEY,
    post_id BIGINT NOT NULL REFERENCES posts ON DELETE CASCADE,
    parent_id BIGINT REFERENCES comments (id) ON DELETE SET NULL,
    body TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX ON comments (post_id, created_at DESC);
CREATE INDEX posts_published_idx ON posts USING btree (published_at) WHERE status = 'published';

COMMIT;
