"""Find who says what (step 4)."""
