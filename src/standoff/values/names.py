"""Take names of parties and places apart: which word is the head, and whether it wants the article."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

# Words before which the head of a name stands: the Organization for ..., the Line of ...
_LINKS = frozenset({"of", "for", "in", "from", "on", "at", "and", "around", "near", "to", "against", "with"})


def head_of(name: str) -> str:
    """Return the head of a name: the last word before its first preposition."""
    words = name.split()
    stop = next((i for i, word in enumerate(words) if i and word.casefold() in _LINKS), len(words))
    return words[stop - 1] if words else ""


def with_article(name: str, articled: AbstractSet[str]) -> str:
    """Return a name as it stands in a sentence, with `the` where its head (in lower case, `articled`) wants it."""
    wants = head_of(name).casefold() in articled and not name.casefold().startswith("the ")
    return f"the {name}" if wants else name
