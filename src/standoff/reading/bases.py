"""Tell where the bases of a report's date contradict each other: what is stated, its prefix, datelines, its address."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from standoff.model.clock import Interval
from standoff.model.document import EXCLUDED, Document
from standoff.reading.calendar import Mention, mentions
from standoff.reading.stamps import of_stamps, of_url

_SLACK = 2  # days that time zones and late printing explain
_NAMES = {"url": "its web address", "dateline": "its dateline", "prefix": "the prefix of its text"}


def contradictions(document: Document) -> tuple[str, ...]:
    """Return one sentence for each pair of bases that give days too far apart, and for weekdays that fit no date."""
    known = list(_bases(document))
    found = [_apart(one, other) for one, other in combinations(known, 2)]
    return (*(sentence for sentence in found if sentence), *_weekdays(document))


def _bases(document: Document) -> Iterator[Interval]:
    """Yield each day of publication that a document gives, the one it is held to be of first."""
    held = document.published
    if held.known:
        yield held
    found = [("prefix", _mentions(document, "metadata")), ("dateline", _mentions(document, "dateline"))]
    for basis, dates in found:
        given = of_stamps(tuple(dates))
        if given.exact and basis != held.basis:
            yield Interval(given.earliest, given.latest, basis)
    address = of_url(document.url)
    if address.known and held.basis != "url":
        yield address


def _mentions(document: Document, kind: str) -> list[Mention]:
    """Return the dates in blocks of a kind."""
    return [
        m for block in document.blocks if block.kind == kind for m in mentions(document.text[block.start : block.stop])
    ]


def _apart(one: Interval, other: Interval) -> str | None:
    """Return the contradiction of two bases, or nothing where they are near enough."""
    if one.overlaps(other) or not (one.first_day and one.last_day and other.first_day and other.last_day):
        return None
    days = max((other.first_day - one.last_day).days, (one.first_day - other.last_day).days)
    if days <= _SLACK:
        return None
    return f"{_said(one)}, {_said(other)}: {days} days apart".capitalize()


def _said(interval: Interval) -> str:
    """Return what a basis says."""
    first, last = interval.earliest or "", interval.latest or ""
    days = first[:10] if first[:10] == last[:10] else f"{first[:10]} to {last[:10]}"
    return f"{_NAMES.get(interval.basis, f'it is held to be of ({interval.basis})')} says {days}".replace(") says", ")")


def _weekdays(document: Document) -> Iterator[str]:
    """Yield a sentence for each date with a year whose weekday it is not."""
    for block in document.blocks:
        if block.kind in EXCLUDED:
            continue
        for mention in mentions(document.text[block.start : block.stop]):
            day = mention.full
            if day and mention.weekday not in (None, day.weekday()):
                words = document.text[block.start + mention.start : block.start + mention.stop].strip()
                yield f"“{words}” is no date: that day was a {day:%A}"
