"""Take names of parties and places apart: which word is the head, whether it wants the article or a plural verb."""

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


def is_plural(name: str, plurals: AbstractSet[str]) -> bool:
    """Tell whether a name takes a verb in the plural: `villagers`, or a head (in lower case) of `plurals`."""
    head = head_of(name)
    return head.casefold() in plurals or (head.islower() and head.endswith("s") and not head.endswith("ss"))
