-- +goose Up
-- +goose StatementBegin
INSERT INTO projects (id, "key") VALUES (1, 'CORE'), (2, 'WEB');
-- +goose StatementEnd
INSERT INTO issues (id, project_id, title, opened) VALUES ('7c9e6679-7425-40de-944b-e07fc1f90ae7', 1, 'It''s open', 0);
UPDATE issues SET state = 'closed' WHERE project_id = 1 AND title LIKE 'it%';
-- +goose Down
DELETE FROM issues;
