"""Lay out the straight path: the seven steps in order."""
