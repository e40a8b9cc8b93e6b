"""Find to what a report puts a death, wound or loss down: an accident, a mine, the one who died, or somebody's aim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from standoff.codebook.incidents import IncidentBook
from standoff.codebook.load import Codebook
from standoff.model.claim import ClaimValue
from standoff.model.document import Document
from standoff.model.event import Event
from standoff.model.span import Span
from standoff.values.sentences import Sentences

_PREFIX = "cause "
KINDS = frozenset({"fighting", "mine"})
FAMILIES = frozenset({"casualties", "mine", "shootdown", "missing", "destruction", "fighting"})
_BESIDE = 90
_DENIED = re.compile(r"\b(?:not|no|never|n[’']t|without|neither|nor|denied|denies)\W+(?:\w+\W+){0,4}$", re.IGNORECASE)
_HIT = re.compile(
    r"\b(?:on|by|of|from|over|hit|hits|struck|triggered|detonated|onto)\s(?:\w+\s)?(?:[\w-]+\s){0,2}$", re.IGNORECASE
)


def causes(event: Event, document: Document, cut: Sentences, codebook: Codebook) -> Iterator[tuple[Span, ClaimValue]]:
    """Yield the words around an event of losses that say what caused them, once for each cause; denied ones not."""
    known = codebook.events.types.get(event.type)
    kind = codebook.incidents.kind(event.type, known.family) if known else None
    if known is None or kind is None or kind.id not in KINDS or known.family not in FAMILIES:
        return
    first, last = cut.around(event.trigger.start)
    start, stop = max(first, event.trigger.start - _BESIDE), min(last, event.trigger.stop + _BESIDE)
    seen: set[str] = set()
    for match in _pattern(_words(codebook.incidents)).finditer(document.text, start, stop):
        name = str(match.lastgroup).replace("_", " ")
        if name not in seen and _meant(name, document.text, first, match.start()):
            seen.add(name)
            yield document.span(match.start(), match.end()), {"text": match[0], "normal": name}


def _meant(name: str, text: str, start: int, at: int) -> bool:
    """Tell whether words name a cause: not where they are denied, nor mines that nobody has hit."""
    before = text[max(start, at - 60) : at]
    return _DENIED.search(before) is None and (name != "mine" or _HIT.search(before) is not None)


def _words(book: IncidentBook) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the word lists of causes, in order."""
    return tuple(
        (name.removeprefix(_PREFIX).replace(" ", "_"), tuple(sorted(words, key=lambda w: (-len(w), w))))
        for name, words in sorted(book.words.items())
        if name.startswith(_PREFIX)
    )


@lru_cache(maxsize=4)
def _pattern(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    """Return one pattern of all causes, each in a group of its name."""
    groups = "|".join(f"(?P<{name}>{'|'.join(map(re.escape, words))})" for name, words in lists)
    return re.compile(rf"\b(?:{groups})\b", re.IGNORECASE)
