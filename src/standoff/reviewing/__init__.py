"""Fold people's decisions into verdicts."""
