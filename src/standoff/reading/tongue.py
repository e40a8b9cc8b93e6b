"""Tell the language of a text."""

from __future__ import annotations

_SHORTEST = 60
_SAMPLE = 3000


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or nothing where it is too short to tell."""
    letters = sum(char.isalpha() for char in text[:_SAMPLE])
    if letters < _SHORTEST:
        return None
    import py3langid  # heavy: loads its model on first use

    code: str = py3langid.classify(text[:_SAMPLE])[0]
    return code
