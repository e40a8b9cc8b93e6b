"""Parse texts, by a spaCy pipeline run fast."""
