ALTER TABLE billing.invoices RENAME TO bills;
ALTER TABLE app.users RENAME CONSTRAINT users_email_per_tenant TO users_email_key;
ALTER INDEX billing.invoices_due_idx RENAME TO bills_due_idx;
GRANT SELECT ON billing.bills TO PUBLIC;
