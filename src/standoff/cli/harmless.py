"""Keep texts of the reports from steering the terminal; needs nothing that draws."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """Return a text without characters that could steer the terminal or turn the direction of writing."""
    return _CONTROL.sub(" ", text)
