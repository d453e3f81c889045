-- Animals; a pet that looks for a home has no owner.
CREATE TABLE pets (
    id UUID NOT NULL PRIMARY KEY,
    owner_id UUID,
    name TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'available',
    birth_date DATE,
    weight REAL,
    is_vaccinated BOOLEAN NOT NULL DEFAULT FALSE,
    tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT pets_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES owners (id) ON DELETE RESTRICT,
    CONSTRAINT pets_status_check CHECK (status IN ('available', 'pending', 'adopted')),
    CONSTRAINT pets_weight_check CHECK (weight > 0)
);

CREATE INDEX pets_owner_id_idx ON pets (owner_id);
