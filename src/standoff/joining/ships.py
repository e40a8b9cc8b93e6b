"""Find the ships that a report names, and which of them each of its sentences tells of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from standoff.codebook.load import Codebook
from standoff.values.sentences import Sentences

# A sentence on "the vessel" means the one named last before it, at most this many sentences earlier.
WITHIN = 3
_NAME = r"[A-Z][\w’']*(?:[ -](?:[A-Z][\w’']*|\d{1,4}\b)){0,3}"
_OWNED = re.compile(r"['’]s?\b.*")
_Lists = tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]


def ships_of(cut: Sentences, codebook: Codebook) -> Mapping[int, frozenset[str]]:
    """Return the names of the ships that the sentences of a text tell of, by the number of the sentence."""
    names = _names(cut.text, codebook)
    if not names:
        return {}
    found = _told(cut, _any_of(frozenset(names)))
    sole = next(iter(names)) if len(names) == 1 else None
    unnamed = _told(cut, _any_of(codebook.incidents.list("ships") | codebook.incidents.list("crews"), re.IGNORECASE))
    last = -WITHIN - 1
    for index in sorted(unnamed.keys() | found.keys()):
        if index in found:
            last = index
        elif index - last <= WITHIN:
            found[index] |= found[last]
        elif sole is not None:
            found[index].add(sole)
    return {index: frozenset(held) for index, held in found.items()}


def _told(cut: Sentences, words: re.Pattern[str]) -> defaultdict[int, set[str]]:
    """Return which of some words each sentence of a text holds."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for match in words.finditer(cut.text):
        found[cut.index(match.start())].add(match[0])
    return found


def _names(text: str, codebook: Codebook) -> set[str]:
    """Return the names of ships in a text: what stands right behind a noun, a flag or a hull's letters."""
    words = codebook.incidents.list
    marks = _marks((words("ships"), words("flags"), words("hulls"), words("on board")))
    return {name for match in marks.finditer(text) for name in _named(match, codebook)}


def _named(match: re.Match[str], codebook: Codebook) -> Iterator[str]:
    """Yield the name in a match, unless it is that of a state or party: 'the vessel China built'."""
    name = _OWNED.sub("", match["name"])
    first = name.split(" ")[0]
    known = codebook.parties.find(name) or codebook.parties.find(first)
    if name and known is None and not name.isupper():
        yield name


@lru_cache(maxsize=4)
def _marks(lists: _Lists) -> re.Pattern[str]:
    """Return the pattern of a ship's name with what tells that it is one."""
    ships, flags, hulls, on_board = map(_either, lists)
    noun, quoted = rf"(?:(?:{ships})s? )", "[\"“‘']?"
    before = rf"\b{noun}(?:named |called )?|-(?:{flags}) {noun}?|\b(?:{on_board}) the {noun}?|\b(?:{hulls}) "
    return re.compile(rf"(?:{before}){quoted}(?P<name>{_NAME})")


@lru_cache(maxsize=256)
def _any_of(words: frozenset[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return the pattern of some words or names, also in the plural."""
    return re.compile(rf"\b(?:{_either(words)})(?=s?\b)", flags)


def _either(words: Iterable[str]) -> str:
    """Return the pattern of one of some words, the longer first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
