-- +goose Up
CREATE TABLE issues (
  id TEXT PRIMARY KEY NOT NULL DEFAULT (
    lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))) || '-4' || substr(lower(hex(randomblob(2))), 2) || '-' ||
    substr('89ab', abs(random()) % 4 + 1, 1) || substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6)))
  ),
  project_id INTEGER NOT NULL REFERENCES projects (id),
  title VARCHAR(200) NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
  token TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  estimate REAL CHECK (estimate IS NULL OR estimate >= 0.5),
  opened INTEGER NOT NULL DEFAULT (unixepoch()),
  UNIQUE (project_id, title)
);
CREATE TABLE projects (
  id INTEGER PRIMARY KEY,
  "key" TEXT NOT NULL UNIQUE CHECK ("key" GLOB '[A-Z][A-Z]*')
);
CREATE TABLE links (
  issue_id TEXT NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES issues ON DELETE CASCADE,
  kind TEXT NOT NULL,
  PRIMARY KEY (issue_id, other_id),
  CHECK (issue_id <> other_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX projects_key_lower ON projects (lower("key"));

-- +goose Down
DROP TABLE links;
DROP TABLE issues;
DROP TABLE projects;
