CREATE EXTENSION IF NOT EXISTS citext;
CREATE SCHEMA app;
CREATE SCHEMA IF NOT EXISTS billing;

CREATE TYPE app.role AS ENUM ('owner', 'member');

CREATE TABLE app.tenants (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug citext NOT NULL UNIQUE,
    "displayName" text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT (now() AT TIME ZONE 'utc')
);

CREATE TABLE app.users (
    tenant_id uuid NOT NULL REFERENCES app.tenants (id) ON DELETE CASCADE,
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    email citext NOT NULL,
    role app.role NOT NULL DEFAULT 'member',
    "order" integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT users_email_per_tenant UNIQUE (tenant_id, email)
);
