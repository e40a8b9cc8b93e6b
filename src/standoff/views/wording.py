"""Put dates, positions and lists into the words that every view, page and terminal uses."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from standoff.model.clock import Interval

Stance = Literal["asserts", "denies", "urges", "differs", "no_position", "not_reported"]

# Not by locale: a page reads the same on every machine.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


_DATE_AT_END = re.compile(r", (?:since |until )?(?:[\w ]{0,20} to )?[\w ]{0,17}\b\d{4}\Z")


@dataclass(frozen=True, slots=True)
class Sign:
    """Hold how a stance is shown: shape and word always together, colour only beside them."""

    shape: str
    word: str


SIGNS: dict[Stance, Sign] = {
    "asserts": Sign("▲", "asserts"),
    "denies": Sign("▼", "denies"),
    "urges": Sign("●", "urges"),
    "differs": Sign("◆", "differs"),
    "no_position": Sign("○", "no position"),
    "not_reported": Sign("—", "not reported"),
}

STATUS_WORDS = {"contested": "contested", "uncontested": "uncontested", "single_origin": "single origin"}

KIND_WORDS = {
    "contradiction": "one asserts what another denies",
    "disagreement": "the values cannot both hold",
    "granularity": "the same at another precision",
    "revision": "the source changed its words",
    "transmission": "outlets render one utterance differently",
}

_RELATIONS = {
    "invokes": "invokes",
    "affirms": "affirms",
    "alleges_violation": "alleges a violation of",
    "denies_violation": "denies a violation of",
}


def relation_words(relation: str) -> str:
    """Say what a statement does to an agreement."""
    return _RELATIONS.get(relation, relation.replace("_", " "))


# Common nouns, mostly, that English puts "the" before when a name ends in them.
_ENDINGS = """
alliance agency army assembly authorities authority bloc brotherhood bureau cabinet coalition command commission
committee community council court directorate embassy emirates federation force forces foundation front government
group guard house islands junta kingdom kremlin league military militia ministry mission nations netherlands
observatory office organisation organization palace parliament pentagon philippines police republic secretariat
senate service staff states taliban union
"""
_TAKES_ARTICLE = frozenset(_ENDINGS.split())


def with_article(name: str) -> str:
    """Return a name as it stands within a sentence: `the United States`, `the Ministry of Defence`, `Rwanda`."""
    head = name.split(" of ", maxsplit=1)[0].split(" for ", maxsplit=1)[0].rsplit(" ", maxsplit=1)[-1]
    return f"the {name}" if head.casefold() in _TAKES_ARTICLE and not name.casefold().startswith("the ") else name


def list_words(names: Sequence[str], last: str = "and") -> str:
    """Join names as English does: `A`, `A and B`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def count_words(number: int, one: str, many: str | None = None) -> str:
    """Say how many, in figures: `1 document`, `1,204 documents`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day_words(day: date) -> str:
    """Say a day: `13 May 2021`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _whole_period(first: date, last: date) -> str | None:
    """Name the whole months or years that an interval covers exactly (`May 2021`, `1993–1999`), or nothing."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    end = f"{_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = _MONTHS[first.month - 1] if first.year == last.year else f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{start} – {end}"


def _range_words(first: date, last: date) -> str:
    """Say two days as briefly as they allow: `12–14 May 2021`, `30 April – 2 May 2021`."""
    if first == last:
        return day_words(first)
    whole = _whole_period(first, last)
    if whole:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def interval_words(interval: Interval | None, unknown: str = "date not reported") -> str:
    """Say an interval; an open bound reads `since` or `until`, an inferred one says so."""
    if interval is None or not interval.known:
        return unknown
    first, last = interval.first_day, interval.last_day
    if first and last:
        said = _range_words(first, last)
        clock = _clock_words(interval)
        said = f"{said}, {clock}" if clock else said
    elif first:
        said = f"since {day_words(first)}"
    else:
        said = f"until {day_words(last)}" if last else unknown
    return said


def _clock_words(interval: Interval) -> str:
    """Say the time of day of an interval within one day: `14:05`, `06:00–12:00`; nothing when it has none."""
    earliest, latest = (bound[11:16] if bound else "" for bound in (interval.earliest, interval.latest))
    if not interval.exact or not earliest or (earliest, latest) == ("00:00", "23:59"):
        return ""
    return earliest if earliest == latest or not latest else f"{earliest}–{latest}"


def inferred(interval: Interval | None) -> bool:
    """Tell whether a date was worked out from calendar or neighbours, not stated."""
    return interval is not None and interval.basis.startswith("inferred")


def without_date(label: str) -> str:
    """Return an incident's name without the date at its end, for where the date stands beside it."""
    return _DATE_AT_END.sub("", label)


def published_words(interval: Interval | None) -> str:
    """Say when a document was published: `14 May 2021`, `undated, inferred 14 May 2021` or `undated`."""
    if interval is None or not interval.known:
        return "undated"
    said = interval_words(interval)
    return f"undated, inferred {said}" if inferred(interval) else said
