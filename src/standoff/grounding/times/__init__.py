"""Resolve time expressions to intervals, by the clocks and calendars of a text."""
