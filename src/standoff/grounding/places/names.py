"""Fold names of places to the form they are looked up by."""

from __future__ import annotations

import unicodedata

_SAME = str.maketrans(
    {
        "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ə": "a", "Ə": "a", "đ": "d", "Đ": "d", "ß": "ss",
        "æ": "ae", "Æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "-": " ", "–": " ", "—": " ", "_": " ", "/": " ",
        "'": None, "’": None, "‘": None, "`": None, "ʼ": None, "ʻ": None, "ʿ": None, "ʾ": None, ".": None, ",": None,
        '"': None, "“": None, "”": None, "(": None, ")": None,
    }
)  # fmt: skip
_SHORT = {"st": "saint", "ft": "fort", "mt": "mount"}


def is_latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters."""
    return name.isascii() or all(ord(letter) < 0x250 or ord(letter) in range(0x1E00, 0x2070) for letter in name)


def fold(name: str) -> str:
    """Return a name without case, accents, hyphens, apostrophes, and with `St.` spelled out."""
    folded = name.translate(_SAME)
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = folded.casefold().split()
    if words and words[0] in _SHORT and len(words) > 1:
        words[0] = _SHORT[words[0]]
    if words and words[0] == "the" and len(words) > 1:
        words = words[1:]
    return " ".join(words)
