"""Tell of what rank those are who met or spoke: leaders, ministers or commanders, by the words for their offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from standoff.codebook.load import Codebook
from standoff.model.event import Event
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.values.sentences import Sentences

_PREFIX = "level "
# An office stands in the words for who met, or at most so many characters before the name.
_BEFORE = 40
_Lists = tuple[tuple[str, frozenset[str]], ...]


def levels_of(event: Event, cut: Sentences, said: Statement | None, codebook: Codebook) -> frozenset[str]:
    """Return the ranks of those who met: by the words for them, else by their sentence without who tells of it."""
    pattern = _pattern(tuple(sorted((n, w) for n, w in codebook.incidents.words.items() if n.startswith(_PREFIX))))
    start, stop = cut.around(event.trigger.start)
    named = frozenset(_found(pattern, cut.text, _taking_part(event, start)))
    return named or frozenset(_found(pattern, cut.text, _without(said.source.span if said else None, start, stop)))


def _taking_part(event: Event, start: int) -> Iterator[tuple[int, int]]:
    """Yield where the words for those who took part stand, with what stands before them in their sentence."""
    for argument in event.arguments:
        if argument.role in ("actor", "recipient") and argument.span is not None:
            yield max(min(start, argument.span.start), argument.span.start - _BEFORE), argument.span.stop


def _without(source: Span | None, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence on either hand of the words for who speaks."""
    if source is None or not start <= source.start < stop:
        yield start, stop
        return
    yield start, source.start
    yield min(source.stop, stop), stop


def _found(pattern: re.Pattern[str], text: str, parts: Iterator[tuple[int, int]]) -> Iterator[str]:
    """Yield the ranks of the offices that some stretches of a text name."""
    for start, stop in parts:
        for match in pattern.finditer(text, start, stop):
            yield str(match.lastgroup)


@lru_cache(maxsize=4)
def _pattern(lists: _Lists) -> re.Pattern[str]:
    """Return one pattern of all words for offices, each rank in a group of its name."""
    groups = "|".join(f"(?P<{name.removeprefix(_PREFIX)}>{_either(words)})" for name, words in lists)
    return re.compile(rf"\b(?:{groups or '(?!)'})\b", re.IGNORECASE)


def _either(words: frozenset[str]) -> str:
    """Return the pattern of one of some words, also in the plural, the longer first."""
    return "|".join(f"{re.escape(word)}s?" for word in sorted(words, key=lambda word: (-len(word), word)))
