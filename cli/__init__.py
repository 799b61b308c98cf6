"""Commands and tables. Knows no SQL and no spaCy."""
