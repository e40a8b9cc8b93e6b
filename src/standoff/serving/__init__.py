"""Serve the record over HTTP."""
