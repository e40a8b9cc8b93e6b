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
KINDS = frozenset({"fighting", "mine", "capture"})


def causes(event: Event, document: Document, cut: Sentences, codebook: Codebook) -> Iterator[tuple[Span, ClaimValue]]:
    """Yield the words around an event of losses that say what caused them, once for each cause; denied ones not."""
    known = codebook.events.types.get(event.type)
    kind = codebook.incidents.kind(event.type, known.family) if known else None
    if kind is None or kind.id not in KINDS:
        return
    start, stop = cut.around(event.trigger.start)
    seen: set[str] = set()
    for match in _pattern(_words(codebook.incidents)).finditer(document.text, start, stop):
        name = str(match.lastgroup).replace("_", " ")
        if name not in seen and not _denied(document.text, start, match.start()):
            seen.add(name)
            yield document.span(match.start(), match.end()), {"text": match[0], "normal": name}


def _denied(text: str, start: int, at: int) -> bool:
    """Tell whether the words before a cause deny it: 'did not open aimed fire', 'was no accident'."""
    return bool(re.search(r"\b(?:not|no|never|n[’']t|without|neither|nor|denied|denies)\W+(?:\w+\W+){0,4}$",
                          text[max(start, at - 60) : at], re.IGNORECASE))  # fmt: skip


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
