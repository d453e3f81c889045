"""The extractors that the users backend lacks."""
