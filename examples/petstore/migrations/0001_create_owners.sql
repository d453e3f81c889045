-- People who keep pets.
CREATE TABLE owners (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT,
    -- A whole postal address; nobody searches in it.
    address TEXT NOT NULL CHECK (json_valid(address)),
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT owners_email_key UNIQUE (email)
);
