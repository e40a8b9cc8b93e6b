"""Hold the vocabulary as data: YAML and CSV files under `data/` and the loaders that refuse a malformed one."""
