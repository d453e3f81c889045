// Words, cases, scopes and reserved words, shared by every adapter.
