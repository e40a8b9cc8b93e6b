"""Make content keys: a kind prefix and a SHA-256 over a canonical JSON array; the only place an id is made."""

from __future__ import annotations

import hashlib
import json

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"
_KEY_LENGTH = 24


def content_key(kind: str, *parts: str | int | None) -> str:
    """Return `kind-` and 24 hex digits of SHA-256 over the canonical JSON array of the parts."""
    payload = _ENCODE([kind, *parts])
    return f"{kind}-{hashlib.sha256(payload.encode('utf-8')).hexdigest()[:_KEY_LENGTH]}"


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def speakable(key: str) -> str:
    """Return a key's first 32 bits as a proquint such as `lusab-babad` (Wilkerson 2009)."""
    number = int(hashlib.sha256(key.encode("utf-8")).hexdigest()[:8], 16)
    return f"{_quint(number >> 16)}-{_quint(number & 0xFFFF)}"


def _quint(word: int) -> str:
    """Return 16 bits as consonant-vowel-consonant-vowel-consonant."""
    return (
        _CONSONANTS[word >> 12 & 15]
        + _VOWELS[word >> 10 & 3]
        + _CONSONANTS[word >> 6 & 15]
        + _VOWELS[word >> 4 & 3]
        + _CONSONANTS[word & 15]
    )
