"""Tell the language of a text."""

from __future__ import annotations

import re

_SHORTEST = 60
_SAMPLE = 3000
# Words that English alone has in such numbers; most reports need no model.
_ENGLISH = frozenset(
    (
        "the",
        "of",
        "and",
        "that",
        "said",
        "was",
        "were",
        "with",
        "from",
        "which",
        "by",
        "their",
        "on",
        "has",
        "had",
        "have",
        "been",
        "not",
        "they",
        "but",
        "would",
        "after",
        "it",
        "he",
        "his",
    )
)
_ENOUGH = 0.12
_KINDS = 4
_SOME = 0.07
_BESIDE = frozenset(("pcm", "sco", "jam", "tpi", "bi", "fy", "cy", "ga", "kw"))  # what short plain English is taken for
_MOSTLY = 0.6
_LATIN = re.compile(r"[a-zà-ɏ]+\Z")
_WORD = re.compile(r"[^\W\d_]+")


def code_of(stated: str | None) -> str | None:
    """Return the ISO 639-1 code of a language as stated (`en`, `en-US`, `English`), or nothing for another name."""
    form = (stated or "").strip().lower().replace("_", "-").partition("-")[0]
    form = "en" if form in ("eng", "english") else form
    return form if len(form) in (2, 3) and form.isascii() and form.isalpha() else None


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or nothing where it is too short to tell."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if sum(map(len, words)) < _SHORTEST:
        return None
    latin = [word for word in words if _LATIN.match(word)]
    if len(latin) > _MOSTLY * len(words):  # names in another script do not change the language of a text
        words = latin
    common = [word for word in words if word in _ENGLISH]
    if len(common) >= _ENOUGH * len(words) and len(set(common)) >= _KINDS:
        return "en"
    import py3langid  # heavy: loads its model on first use

    code: str = py3langid.classify(" ".join(words))[0]
    mixed = len(common) >= _SOME * len(words) and len(set(common)) > 1
    return "en" if mixed and code in _BESIDE else code
