"""Read the figure that a toll is said to have reached: `the number of people killed in the raid has risen to 84`."""

from __future__ import annotations

import re
from functools import lru_cache

from standoff.codebook.load import Codebook
from standoff.model.claim import ClaimValue
from standoff.model.document import Document
from standoff.model.event import Event
from standoff.model.span import Span
from standoff.values.numerals import amount
from standoff.values.sentences import Sentences

_LIST = "withheld "  # words for losses of a slot, under which accounts.yaml has them
_BOUND = r"(?:at least|more than|over|about|around|nearly|almost|some|up to|as many as|no more than|fewer than)"
_NUMBER = r"(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)"
# So many characters may lie between a toll and its verb, and between the verb and the figure.
_WHERE, _THEN = 90, 30


def toll(
    slot: str, event: Event, document: Document, cut: Sentences, codebook: Codebook
) -> tuple[Span, ClaimValue] | None:
    """Return the figure that the losses an event tells of are said to have reached, by its words, or nothing."""
    words = (tuple(sorted(codebook.incidents.list(name))) for name in (_LIST + slot, "revising", "bringing"))
    for match in _pattern(*words).finditer(document.text, *cut.around(event.trigger.start)):
        found = amount(match["figure"])
        told = match.start() <= event.trigger.start < match.end() and (match["before"] or match["after"])
        if told and found is not None:
            value: ClaimValue = {
                "text": match["figure"], "low": found.low, "high": found.high, "approximate": found.approximate,
                "noun": match["noun"],
            }  # fmt: skip
            return document.span(match.start("figure"), match.end("figure")), value
    return None


@lru_cache(maxsize=8)
def _pattern(losses: tuple[str, ...], verbs: tuple[str, ...], before: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a toll, a verb before or behind it by which it changes, and its figure."""
    return re.compile(
        rf"\b(?:(?P<before>{_any(verbs + before)}) (?:[\w'’-]+ ){{0,2}}?)?"
        rf"(?P<noun>(?:death )?toll|numbers? of (?:[\w'’-]+ ){{0,3}}?(?:{_any(losses)}))\b[^.;\n]{{0,{_WHERE}}}?"
        rf"(?:\b(?P<after>{_any(verbs)})\b[^.;\n]{{0,{_THEN}}}?)?\b(?:to|at) (?P<figure>(?:{_BOUND} )?{_NUMBER})\b",
        re.IGNORECASE,
    )


def _any(words: tuple[str, ...]) -> str:
    """Return the alternatives of a pattern, the longer first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"
