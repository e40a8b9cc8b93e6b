"""Choose the old code page of a text in Latin letters, and mend text that was once decoded by a wrong one."""

from __future__ import annotations

import re

# What letters of other code pages become where cp1252 is taken for theirs: Vučić -> Vuèiæ, Erdoğan -> Erdoðan.
_SLAVIC = re.compile(r"[aeiou]æ\b|\bÈ[aeiou]|[a-zè]æ[aeiou]")
_TURKISH = re.compile(r"[a-z][þðý]|[þðý][a-z]|\b[ÞÝ][a-zýð]")
_LATIN2 = re.compile(r"[a-z]¹|¹[a-z]|[a-z]¾|¾[a-z]|©[a-z]|®[a-z]")
# UTF-8 of two or three bytes as cp1252 shows it; bytes that cp1252 leaves open come as control characters.
_TAIL = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MANGLED = re.compile(f"â{_TAIL}{{2}}|[ÂÃÄÅÐÑ]{_TAIL}(?:(?=\\W|$)|(?=\\w))")
_SIGN = re.compile(f"â€{_TAIL}|[ÃÐÑ]{_TAIL}")
_LEAST = 2


def code_page(data: bytes) -> str:
    """Return the likeliest of the code pages that western bytes may be in: cp1252, cp1250, cp1254 or ISO 8859-2."""
    text = data.decode("cp1252", "replace")
    if _LATIN2.search(text) and not re.search("[\u201c\u201d\u2019]", text):
        return "iso8859-2"
    if _SLAVIC.search(text):
        return "cp1250"
    return "cp1254" if _TURKISH.search(text) else "cp1252"


def unmangled(text: str) -> str:
    """Return a text whose UTF-8 was shown as cp1252 (`itâ€™s`) as it was meant; other text comes back unchanged."""
    if sum(1 for _ in _SIGN.finditer(text)) < _LEAST:
        return text
    return _MANGLED.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    """Return what a mangled sequence stands for, or the sequence where it stands for nothing."""
    try:
        return b"".join(map(_byte, found.group())).decode("utf-8")
    except UnicodeError:
        return found.group()


def _byte(char: str) -> bytes:
    """Return the byte that cp1252 shows as a character; raises UnicodeError where none does."""
    return char.encode("latin-1" if "\u0080" <= char <= "\u009f" else "cp1252")
