"""Resolve names, descriptions and pronouns to parties."""
