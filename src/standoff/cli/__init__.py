"""Offer the commands."""
