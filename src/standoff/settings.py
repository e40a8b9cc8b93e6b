"""Hold settings read once from the environment."""
