"""Date undated documents by their own calendar cues, then by dated neighbours that tell the same happenings.

A day is claimed only where the cues leave hardly another; else the interval is as wide as the doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.model.clock import Interval
from standoff.model.document import Document
from standoff.reading.belief import REACH, believe, candidates, interval_of
from standoff.reading.cues import Cues, cues_of
from standoff.reading.neighbours import index, nearest, words_of

WEEKDAY = "inferred:weekday"
NEIGHBOURS = "inferred:neighbours"

_YEARS_AFTER = 4  # a report names a year that is at most so old, if it names any
_OLDEST_GUESS = 1995  # reports older than that are not dated by the years they name
# A neighbour of this likeness is as likely as not of the same week; the odds grow steeply.
_EVEN = 0.12
_STEEP = 6
_BESIDE = {0: 0.55, 1: 0.14, -1: 0.14, 2: 0.035, -2: 0.035, 3: 0.02, -3: 0.02}
_FURTHER = 0.004
_ANYWHERE = 0.3
_ROUNDS = 3
_CLOSE = 2


@dataclass(frozen=True, slots=True)
class _Known:
    """Hold a dated report: its days and how much its date is trusted (inferred ones less)."""

    days: tuple[date, ...]
    trust: float


def date_documents(undated: Iterable[Document], dated: Iterable[Document]) -> dict[str, Interval]:
    """Return an interval with its basis for each undated document that can be dated, by document id.

    `undated` are documents whose `published` is unknown or wider than a day (`needs_date`); what is known of it is kept
    as a bound. `dated` are those of the same batch or record that may be their neighbours. A document's own cues go
    first (basis inferred:weekday), then neighbours (inferred:neighbours), those just dated among them. What cannot be
    narrowed is not in the result.
    """
    waiting = {document.id: document for document in undated}
    cues = {key: cues_of(document) for key, document in waiting.items()}
    found = {}
    for key, document in waiting.items():
        own = _by_cues(cues[key], document.published)
        if own and _narrower(own, document.published):
            found[key] = own
    rest = {key: document for key, document in waiting.items() if key not in found or not found[key].exact}
    if rest:
        known = list(dated) + [document for key, document in waiting.items() if key not in rest]
        _add_by_neighbours(rest, known, cues, found)
    return found


def needs_date(document: Document) -> bool:
    """Tell whether a document's day of publication is not known, give or take what its own bytes contradict."""
    width = document.published.days
    return width is None or width > _CLOSE


def _by_cues(cues: Cues, bound: Interval) -> Interval | None:
    """Return the interval that a report's own calendar cues leave, or nothing where they leave too much."""
    years = _years(cues, bound)
    if not years or not (cues.days or cues.line) or cues.chronicle:
        return None
    days = {day: width for day, width in candidates(cues, years).items() if _within(day, bound)}
    return interval_of(believe(cues, days), cues, WEEKDAY)


def _years(cues: Cues, bound: Interval) -> range:
    """Return the years a report can be of by what it names and by what is known of its publication."""
    first, last = bound.first_day, bound.last_day
    lowest = first.year if first else cues.latest_year
    if lowest is None or (first is None and lowest < _OLDEST_GUESS):
        return range(0)  # a year of history: "the 1974 agreement"
    return range(lowest, min(last.year if last else lowest + _YEARS_AFTER, lowest + _YEARS_AFTER) + 1)


def _within(day: date, bound: Interval) -> bool:
    """Tell whether a day lies in what is known already."""
    first, last = bound.first_day, bound.last_day
    return (first is None or first <= day) and (last is None or day <= last)


def _add_by_neighbours(
    rest: Mapping[str, Document],
    known: Sequence[Document],
    cues: Mapping[str, Cues],
    found: dict[str, Interval],
) -> None:
    """Enter what neighbours tell of the rest, in rounds: whoever was dated to the day helps the next."""
    bags = {document.id: words_of(document) for document in (*known, *rest.values())}
    dates = {document.id: _Known(days, 1.0) for document in known if (days := _days(found, document))}
    for _ in range(_ROUNDS):
        near = index({key: bags[key] for key in dates}, (bag for key, bag in bags.items() if key not in dates))
        around = _around(dates.values())
        fresh: dict[str, _Known] = {}
        for key, document in rest.items():
            if key in dates or cues[key].chronicle:
                continue
            prior = _prior(nearest(bags[key], near), dates, cues[key], around)
            open_days = {day: weight for day, weight in prior.items() if _within(day, document.published)}
            interval = interval_of(believe(cues[key], open_days), cues[key], NEIGHBOURS)
            if interval and _narrower(interval, found.get(key, document.published)):
                found[key] = interval
                if interval.exact and interval.first_day:
                    fresh[key] = _Known((interval.first_day,), 0.6)
        if not fresh:
            break
        dates |= fresh


def _days(found: Mapping[str, Interval], document: Document) -> tuple[date, ...]:
    """Return the days on which a document may have been published, where they are few."""
    published = found.get(document.id, document.published)
    first, width = published.first_day, published.days
    if first is None or width is None or width > REACH:
        return ()
    return tuple(first + timedelta(days=shift) for shift in range(width + 1))


def _around(known: Iterable[_Known]) -> dict[tuple[int, int], float]:
    """Return the share of the dated reports in each month and the two beside it: a batch is mostly of one time."""
    months: dict[tuple[int, int], float] = {}
    total = 0.0
    for report in known:
        month = report.days[0].year * 12 + report.days[0].month - 1
        total += 2.0
        for shift, share in ((-1, 0.5), (0, 1.0), (1, 0.5)):
            key = divmod(month + shift, 12)
            months[key[0], key[1] + 1] = months.get((key[0], key[1] + 1), 0.0) + share
    return {month: share / total for month, share in months.items()}


def _prior(
    likest: Sequence[tuple[str, float]],
    dates: Mapping[str, _Known],
    cues: Cues,
    around: Mapping[tuple[int, int], float],
) -> dict[date, float]:
    """Return how likely each day is by the neighbours: the more alike and the nearer in time, the likelier.

    One part of belief is kept for the months and years around, so that weak neighbours alone date nothing.
    """
    years = {day.year + shift for key, _ in likest for day in dates[key].days for shift in (-1, 0, 1)}
    latest = cues.latest_year or 0
    years |= {latest + shift for shift in range(_YEARS_AFTER)} if latest >= _OLDEST_GUESS else set()
    prior = {}
    for day, width in candidates(cues, years).items():
        prior[day] = width * (
            _ANYWHERE / (365 * len(years)) + (1 - _ANYWHERE) * around.get((day.year, day.month), 0.0) / 30
        )
    for key, like in likest:
        odds = (like / _EVEN) ** _STEEP * dates[key].trust / len(dates[key].days)
        for day in dates[key].days:
            for shift in range(-REACH, REACH + 1):
                near = day + timedelta(days=shift)
                prior[near] = prior.get(near, 0.0) + odds * _BESIDE.get(shift, _FURTHER)
    return prior


def _narrower(interval: Interval, held: Interval) -> bool:
    """Tell whether an interval says more than what is held."""
    return held.days is None or (interval.days is not None and interval.days < held.days)
