"""All of `decode/`, and every kind of type."""
