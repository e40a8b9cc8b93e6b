"""Follow feeds and grow the record."""
