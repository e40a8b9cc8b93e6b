"""Turn conflicting reports of a conflict into an auditable record."""
