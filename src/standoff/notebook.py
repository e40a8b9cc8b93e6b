"""Offer the record to notebooks: `standoff.read(path)` and tables as data frames."""
