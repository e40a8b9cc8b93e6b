"""Score how well a day of publication fits a report's calendar cues; scores are logarithms of likelihoods.

The tables say how old the dates are that news reports name, counted on dated reports of several conflicts.
"""

from __future__ import annotations

from datetime import date, timedelta

from standoff.reading.calendar import Mention
from standoff.reading.cues import Cues

# By days between the nearest weekday named and publication; the other weekdays weigh less, for they hang together.
_WEEKDAY = (-0.56, -1.35, -2.8, -3.4, -3.4, -3.4, -3.9)
_WEEKDAY_AT_NIGHT = (-1.6, -0.5, -2.5, -3.4, -3.4, -3.4, -3.9)
# By days between a date and publication, up to so many, the score of each such day: a date without its year, one with
# its year (often history), and one with its weekday (nearly always of this week).
_RECENT = ((0, -1.6), (1, -2.0), (2, -2.8), (7, -3.6), (14, -4.4), (31, -5.1), (92, -6.4), (366, -7.6))
_FULL = ((0, -1.3), (1, -2.3), (4, -4.3), (7, -4.5), (14, -5.3), (31, -6.4), (92, -7.0), (366, -8.0))
_WITH_WEEKDAY = ((0, -0.8), (1, -1.3), (2, -2.6), (6, -3.2), (14, -5.5), (60, -7.5))
_OLDER = -9.5
_AHEAD = ((3, -2.0), (14, -3.0), (60, -4.5))
_FAR_AHEAD = -7.0
_NONE = -5.0
_BESIDES = 0.3
_LINE = {0: -0.15, 1: -2.3, 2: -4.5, -1: -4.0}
_OFF_LINE = -14.0
_LEAD = {0: -0.5, 1: -1.3, 2: -3.5, -1: -4.0}
_OFF_LEAD = -6.0
_WRONG_WEEKDAY = -9.0
# By years between the latest year named and publication.
_YEAR = {0: -1.0, 1: -1.9, 2: -2.2, 3: -2.6, 4: -3.2, -1: -3.0}
_FAR_YEAR = -5.5
_FRESH = 2


def fit(cues: Cues, day: date) -> float:
    """Return how well a day fits all cues: of past dates and of weekdays the best counts whole, the others in part."""
    score = sum(_line(mention, day) for mention in cues.line) + _years(cues, day)
    past: list[float] = []
    if cues.lead:
        meant = occurrence(cues.lead, day)
        score += _LEAD.get((day - meant).days, _OFF_LEAD) if meant else _OFF_LEAD
    for mention in cues.days:
        meant = occurrence(mention, day)
        if meant is None or mention.day is None:
            continue
        if mention.weekday not in (None, meant.weekday()):
            score += _WRONG_WEEKDAY
        elif meant > day:
            score += _ahead((meant - day).days)
        else:
            past.append(_aged(mention, (day - meant).days))
    return score + _mainly(past, _NONE) + _mainly(_weekdays(cues, day), 0.0)


def _mainly(scores: list[float], otherwise: float) -> float:
    """Return the best score with a part of the others, or another where there are none."""
    if not scores:
        return otherwise
    best = max(scores)
    return best + _BESIDES * (sum(scores) - best)


def confirms(cues: Cues, day: date) -> bool:
    """Tell whether the report names the day itself or the one before, by weekday or date."""
    named = [meant for mention in (*cues.line, *cues.days) if mention.day and (meant := occurrence(mention, day))]
    return any((day - meant).days in (0, 1) for meant in named) or any(
        (day.weekday() - weekday) % 7 <= 1 for weekday, _ in cues.weekdays
    )


def told_fresh(cues: Cues, day: date) -> bool:
    """Tell whether the weekdays of a report hang on a day: its first words name that or the one before.

    Or it names several, none of them older than two days.
    """
    ages = {(day.weekday() - weekday) % 7: count for weekday, count in cues.weekdays}
    opening = any((day.weekday() - weekday) % 7 <= 1 for weekday in cues.opening)
    return opening or (sum(ages.values()) > 1 and max(ages) <= _FRESH)


def occurrence(mention: Mention, day: date) -> date | None:
    """Return the day a mention means when written on a day: as printed, else the nearest that the calendar has.

    Without a year it is the latest such day up to two weeks after the writing.
    """
    if mention.year is not None:
        return date(mention.year, mention.month, mention.day or 1)
    for year in (day.year + 1, day.year, day.year - 1):
        try:
            found = date(year, mention.month, mention.day or 1)
        except ValueError:
            continue
        if found <= day + timedelta(days=14):
            return found
    return None


def _line(mention: Mention, day: date) -> float:
    """Return how well a day fits a dateline."""
    meant = occurrence(mention, day)
    if meant is None or mention.day is None:
        return 0.0 if meant and (meant.year, meant.month) == (day.year, day.month) else -3.0
    if mention.weekday not in (None, meant.weekday()):
        return _WRONG_WEEKDAY
    return _LINE.get((day - meant).days, _OFF_LINE)


def _aged(mention: Mention, age: int) -> float:
    """Return the score of a date so many days before publication."""
    table = _FULL if mention.year else _RECENT if mention.weekday is None else _WITH_WEEKDAY
    return next((score for limit, score in table if age <= limit), _OLDER)


def _ahead(days: int) -> float:
    """Return the score of a date so many days after publication."""
    return next((score for limit, score in _AHEAD if days <= limit), _FAR_AHEAD)


def _weekdays(cues: Cues, day: date) -> list[float]:
    """Return how well a day fits each bare weekday: mostly the day itself and the one before."""
    table = _WEEKDAY_AT_NIGHT if cues.night else _WEEKDAY
    return [table[(day.weekday() - named) % 7] for named, _ in cues.weekdays]


def _years(cues: Cues, day: date) -> float:
    """Return how well a day fits the latest year named."""
    latest = cues.latest_year
    if latest is None:
        return 0.0
    return _YEAR.get(day.year - latest, _FAR_YEAR)
