"""Tie marks to parties, places and times (step 3)."""
