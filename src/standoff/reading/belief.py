"""Weigh the days a report may be of: candidate days, belief in each, and the interval that holds nearly all belief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import exp, log

from standoff.model.clock import Interval
from standoff.reading.calendar import Mention
from standoff.reading.cues import Cues
from standoff.reading.likelihood import confirms, fit, occurrence, told_fresh

REACH = 10
_STEP = 5
_SURE_DAY = 0.5
_SURE_NEAR = 0.9
_NARROW = 0.7
_COVERED = 0.97
_WIDEST = 120
_LATER = 3

Weights = Mapping[date, float]


def candidates(cues: Cues, years: Iterable[int]) -> dict[date, float]:
    """Return days that stand for all days of some years, with how many each stands for.

    Each day near a named one stands for itself, a day in every five for those between.
    """
    days: dict[date, float] = {}
    for year in years:
        first = date(year, 1, 1)
        days |= {first + timedelta(days=shift): float(_STEP) for shift in range(0, 365, _STEP)}
        for mention in (*cues.line, *cues.days):
            day = mention.in_year(year) if mention.year in (None, year) and mention.day else None
            if day is not None:
                days |= {day + timedelta(days=shift): 1.0 for shift in range(-1, REACH)}
    printed = _printed(cues)
    if printed is None:
        return days
    of_line = {day: width for day, width in days.items() if (day.month, day.day) == (printed.month, printed.day)}
    return of_line or days  # what a dateline prints is the report's day; only its year may have to be found


def _printed(cues: Cues) -> Mention | None:
    """Return the day that a single dateline prints, or nothing."""
    return cues.line[0] if len(cues.line) == 1 and cues.line[0].day else None


def believe(cues: Cues, days: Weights) -> Weights:
    """Return the share of belief in each day after the cues, given how much each weighs beforehand."""
    scores = {day: fit(cues, day) + log(weight) for day, weight in days.items()}
    top = max(scores.values(), default=0.0)
    weights = {day: exp(value - top) for day, value in scores.items()}
    total = sum(weights.values())
    return {day: weight / total for day, weight in weights.items()}


def interval_of(weights: Weights, cues: Cues, basis: str) -> Interval | None:
    """Return one day where hardly another is left, else three days, else the shortest stretch of nearly all belief.

    A report that has no dateline and whose weekdays do not hang on its own day may be of any day after those it tells
    of: it is never claimed to be of a day, nor is one that names neither the day nor the one before.
    """
    if not weights:
        return None
    best = max(weights, key=lambda day: (weights[day], day))
    near = sum(weight for day, weight in weights.items() if abs((day - best).days) <= 1)
    told = bool(cues.line or (cues.lead and not cues.lead.year)) or told_fresh(cues, best)
    if told and weights[best] >= _SURE_DAY and near >= _SURE_NEAR and confirms(cues, best):
        return Interval(best.isoformat(), best.isoformat(), basis)
    if near >= _NARROW and _printed(cues) is not None:
        return Interval(
            best.isoformat(), best.isoformat(), basis
        )  # the dateline has the day, and hardly another year fits
    if near >= _NARROW:
        first = max(best - timedelta(days=1), _told_of(cues, best) or date.min)
        return Interval(first.isoformat(), (best + timedelta(days=1)).isoformat(), basis)
    first, last = _shortest(sorted(weights.items()))
    if first == last:  # nearly all belief, but not sure enough for a day: reports are later than what they tell
        first, last = first - timedelta(days=1), last + timedelta(days=_LATER)
    if (last - first).days > _WIDEST:
        return None
    return Interval(first.isoformat(), last.isoformat(), basis)


def _told_of(cues: Cues, best: date) -> date | None:
    """Return the day that a report opens with, where that is not after the best: it is no older than what it tells."""
    meant = occurrence(cues.lead, best) if cues.lead else None
    return meant if meant is not None and meant <= best else None


def _shortest(weights: Sequence[tuple[date, float]]) -> tuple[date, date]:
    """Return first and last day of the shortest stretch that holds nearly all belief."""
    best = (weights[0][0], weights[-1][0])
    start, held = 0, 0.0
    for stop, (last, weight) in enumerate(weights):
        held += weight
        while held - weights[start][1] >= _COVERED and start < stop:
            held -= weights[start][1]
            start += 1
        if held >= _COVERED and last - weights[start][0] < best[1] - best[0]:
            best = (weights[start][0], last)
    return best
