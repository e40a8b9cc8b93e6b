"""Map a function over documents, here or elsewhere."""
