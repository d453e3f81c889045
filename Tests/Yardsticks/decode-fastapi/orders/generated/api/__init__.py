"""What the contract says: models, how they are read, and how errors are spelled."""
