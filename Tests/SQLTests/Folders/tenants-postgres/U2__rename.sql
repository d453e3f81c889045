ALTER TABLE billing.bills RENAME TO invoices;
