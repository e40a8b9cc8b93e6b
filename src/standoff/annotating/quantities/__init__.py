"""Mark quantities and tell what they count."""
