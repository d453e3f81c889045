-- Shown in the demonstration.
INSERT INTO products (id, sku, name, price, attributes, labels) VALUES
    ('9F1B6C1E-0000-4000-8000-000000000001', 'MUG', 'Mug', 12.50, '{"colour": "red"}', '{new,"on sale"}'),
    ('9f1b6c1e-0000-4000-8000-000000000002', 'CUP', 'Cup', '9.90', '{}', '{}');
INSERT INTO customers (email) VALUES ('a@example.org'), ('b@example.org') ON CONFLICT DO NOTHING;
UPDATE products SET name = 'Big mug' WHERE sku = 'MUG' AND price > 10;
DELETE FROM customers WHERE email LIKE 'b@%';
