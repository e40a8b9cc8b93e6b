"""Mark time expressions."""
