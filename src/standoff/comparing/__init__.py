"""Spread incidents into claims and name how they differ (step 7)."""
