"""Cut what was found out of its text: the words around the first of those typed, each marked where it matches.

The full-text index could do this too, but reads the list of each word again for each document.
"""

from __future__ import annotations

import re
import unicodedata

from standoff.views.screens.words import WORD

Pieces = tuple[tuple[str, bool], ...]  # stretches of words, and whether each was typed
_BEFORE, _AFTER = 80, 120  # characters shown before and after the first word that matches
_UNFOLDED = re.compile(r"[^\x00-\x7f]")


def pieces(words: str, typed: str) -> Pieces:
    """Cut words at those that were typed, or that begin so; case and marks over letters make no difference."""
    wanted = _wanted(typed)
    if wanted is None:
        return ((words, False),) if words else ()
    found, at = [], 0
    for match in wanted.finditer(folded(words)):
        found += [(words[at : match.start()], False), (words[match.start() : match.end()], True)]
        at = match.end()
    return tuple((part, hit) for part, hit in (*found, (words[at:], False)) if part)


def excerpt(text: str, typed: str) -> Pieces:
    """Return the words around the first that was typed, or the beginning of a text that has none of them."""
    wanted = _wanted(typed)
    first = wanted.search(folded(text)) if wanted else None
    at = first.start() if first else 0
    start, stop = max(0, at - _BEFORE), min(len(text), at + _AFTER)
    start = text.find(" ", start, at) + 1 or start if start else 0
    stop = text.rfind(" ", at, stop) if stop < len(text) and " " in text[at:stop] else stop
    shown = " ".join(text[start:stop].split())
    return pieces(f"{'… ' if start else ''}{shown}{' …' if stop < len(text) else ''}", typed)


def folded(text: str) -> str:
    """Return a text of the same length without marks over its letters, as the index reads it."""
    return text if text.isascii() else _UNFOLDED.sub(_bare, text)


def _bare(match: re.Match[str]) -> str:
    """Return the letter below its marks."""
    return unicodedata.normalize("NFD", match[0])[0]


def _wanted(typed: str) -> re.Pattern[str] | None:
    """Return what finds words that begin with one of those typed, or nothing where none was."""
    words = sorted({re.escape(folded(word)) for word in WORD.findall(typed)})
    return re.compile(rf"\b(?:{'|'.join(words)})\w*", re.IGNORECASE) if words else None
