"""Fold spellings: normal forms under which transliterations, typographic marks and typing slips of a name agree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
# Consonants that romanisations of one sound swap, longest first; what is left after vowels go is the skeleton.
_SOUNDS = (
    ("tch", "c"), ("tsch", "c"), ("dzh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "h"), ("zh", "j"), ("sh", "x"),
    ("ch", "c"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ks", "s"), ("x", "s"),
    ("q", "k"), ("w", "v"), ("dh", "d"), ("bh", "b"),
)  # fmt: skip
_GERMAN_J = re.compile(r"(?<=[bcdfghklmnprstvz])j(?=[aou])")  # Harutjunjan is Harutyunyan
_VOWELS = str.maketrans("", "", "aeiouy")
_LEADS = frozenset("aeiouy")
_DOUBLED = re.compile(r"(.)\1+")
_PARTICLES = frozenset({"al", "el", "ul", "bin", "ibn", "de", "da", "van", "von", "der", "abu", "the"})
_BRITISH = {"defense": "defence", "organization": "organisation", "center": "centre", "program": "programme"}


def plain(name: str) -> str:
    """Return a name in lower-case ASCII words, without marks and punctuation."""
    bare = name.replace("'", "").replace("’", "")
    return " ".join(_WORD.findall((bare if bare.isascii() else anyascii(bare)).lower()))


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Return the consonants of a word in classes, doubled ones once; a leading vowel is kept as `a`.

    Pashinyan and Pashinian, Aliyev and Aliev, Zelensky and Zelenskyy share a skeleton; so may unrelated words.
    """
    letters = plain(word).replace(" ", "")
    lead = "a" if letters[:1] in _LEADS else ""
    letters = _GERMAN_J.sub("y", letters)
    for spelling, sound in _SOUNDS:
        letters = letters.replace(spelling, sound)
    return lead + _DOUBLED.sub(r"\1", letters.translate(_VOWELS))


def surname(name: str) -> str:
    """Return the last word of a person's name, hyphens cut ("al-Assad" is assad)."""
    words = plain(name.replace("-", " ")).split()
    return words[-1] if words else ""


def given_names(name: str) -> tuple[str, ...]:
    """Return the words before the last of a person's name, without particles."""
    words = plain(name.replace("-", " ")).split()
    return tuple(word for word in words[:-1] if word not in _PARTICLES)


def spelled(short: str, words: Iterable[str]) -> float:
    """Return which share of a short form's letters are initials of some words, in order ("UNHCR": 1)."""
    initials = [word[0].lower() for word in words if word]
    letters = [letter.lower() for letter in short if letter.isalpha()]
    met = 0
    for letter in letters:
        if letter in initials:
            met += 1
            initials = initials[initials.index(letter) + 1 :]
    return met / len(letters) if letters else 0.0


def british(word: str) -> str:
    """Return a lower-case word in the spelling that the codebook's phrases use."""
    return _BRITISH.get(word, word)
