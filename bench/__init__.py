"""Measure quality and speed: one runner a module, and the gate that keeps what was reached."""
