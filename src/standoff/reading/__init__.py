"""Turn bytes into documents (step 1)."""
