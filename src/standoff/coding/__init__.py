"""Find and code what is said to have happened (step 5)."""
