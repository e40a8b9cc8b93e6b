"""Keep the record: one protocol, one schema, append-only rules in the database."""
