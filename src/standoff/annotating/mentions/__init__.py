"""Mark who and what place is mentioned."""
