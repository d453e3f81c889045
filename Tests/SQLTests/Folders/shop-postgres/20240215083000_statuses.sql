ALTER TYPE order_status ADD VALUE 'cancelled';
ALTER TYPE order_status ADD VALUE 'authorised' BEFORE 'paid';
ALTER TYPE order_status RENAME VALUE 'shipped' TO 'sent';
