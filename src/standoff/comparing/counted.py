"""Find in other reports of an incident a figure of the same noun that no event was given: '97,000 mines'."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.model.claim import Claim, ClaimValue
from standoff.model.document import Document
from standoff.model.event import Event
from standoff.model.span import Span
from standoff.values.numerals import amount
from standoff.values.sentences import Sentences

_SLOTS = frozenset({"count", "equipment"})
_NOUN = re.compile(r"[a-z]{4,}s\b")
_BEYOND = 60
# Below this a figure of some noun (two sides, three villages) is rarely the one meant.
_LEAST = 10
_HEDGE = r"(?:(?:nearly|almost|about|around|some|over|more than|at least|up to|roughly|approximately|as many as) )?"


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold a figure found beside an event: slot, words and value."""

    slot: str
    span: Span
    value: ClaimValue
    event: Event


def nouns(claims: Sequence[Claim], texts: dict[str, Document]) -> dict[str, tuple[str, set[str]]]:
    """Return, by noun, the slot in which an incident's claims count it, and the documents that do."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    slots: dict[str, str] = {}
    for claim in claims:
        low = claim.value.get("low") or claim.value.get("high")
        if claim.slot in _SLOTS and isinstance(low, int | float) and low >= _LEAST:
            text = texts[claim.document].text[claim.quote.start : claim.quote.stop + _BEYOND]
            match = _NOUN.search(re.split(r"[.;,\n]\s", text, maxsplit=1)[0])
            if match:
                found[match[0]].add(claim.document)
                slots.setdefault(match[0], claim.slot)
    return {noun: (slots[noun], documents) for noun, documents in found.items()}


def figures(
    counted: dict[str, tuple[str, set[str]]], event: Event, document: Document, cut: Sentences
) -> Iterator[Figure]:
    """Yield the figures of nouns already counted that stand in the sentence of an event of another document."""
    start, stop = cut.around(event.trigger.start)
    for noun, (slot, documents) in sorted(counted.items()):
        if event.document in documents:
            continue
        pattern = re.compile(rf"\b{_HEDGE}\d[\d,.]{{0,12}}(?: [\w-]+){{0,3}} {re.escape(noun)}\b", re.IGNORECASE)
        match = pattern.search(document.text, start, stop)
        found = amount(match[0]) if match else None
        if match and found and (found.low or found.high or 0) >= _LEAST:
            value: ClaimValue = {
                "text": match[0], "low": found.low, "high": found.high, "unit": noun, "approximate": found.approximate,
            }  # fmt: skip
            yield Figure(slot, document.span(match.start(), match.end()), value, event)
