"""Bring words of one origin to one root: "shelling", "shelled" and "shells"; "invasion" and "invade"."""

from __future__ import annotations

import re

_ENDING = re.compile(r"(ations?|itions?|ions?|ments?|ings?|ers?|ors?|als?|ed|es|s|e)$")
_SHORTEST = 3


def root(word: str) -> str:
    """Return a word in lower case without the endings that make other forms of it, or a doubled last letter."""
    low = word.casefold()
    cut = _ENDING.sub("", low)
    if len(cut) > _SHORTEST and cut[-1] == cut[-2]:
        cut = cut[:-1]
    return cut if len(cut) >= _SHORTEST else low
