"""Answer one question each, read-only, from the store."""
