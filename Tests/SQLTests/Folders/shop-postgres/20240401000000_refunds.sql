ALTER TABLE orders ADD COLUMN refunded boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX one_open_order ON orders (customer_id) WHERE status = 'pending' AND NOT refunded;
COMMENT ON TABLE orders IS 'What customers bought';
COMMENT ON COLUMN orders.note IS 'Said by the customer: it''s shown to staff';
