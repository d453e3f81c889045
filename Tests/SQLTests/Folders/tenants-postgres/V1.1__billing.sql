SET search_path TO billing, app, public;

CREATE TABLE invoices (
    tenant_id uuid NOT NULL,
    number bigint NOT NULL,
    user_id uuid NOT NULL,
    amount_cents bigint NOT NULL,
    currency char(3) NOT NULL DEFAULT 'EUR',
    due date NOT NULL DEFAULT CURRENT_DATE,
    paid_at timestamp without time zone,
    PRIMARY KEY (tenant_id, number),
    FOREIGN KEY (tenant_id, user_id) REFERENCES app.users (tenant_id, id) ON DELETE CASCADE,
    CHECK (amount_cents > 0),
    CHECK (currency ~ '^[A-Z]{3}$')
);
CREATE INDEX invoices_due_idx ON invoices (due);
