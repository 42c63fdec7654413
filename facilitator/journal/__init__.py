"""The journal: the only floor that knows SQLite."""
