"""List what happened in order of days, the incidents that count most, one line each with who reports it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from standoff.model.clock import Interval
from standoff.store.asking import Asked
from standoff.views.dossier import Heading, headings
from standoff.views.importance import Importance, importance
from standoff.views.incidents import Entry, listing
from standoff.views.period import ALWAYS, Period
from standoff.views.wording import inferred

# Where only a guess is known of when it happened, one wider than this is entered under the day of its first report.
NARROW_DAYS = 3
_CITED = 3
# So many candidates, by the order of the list of incidents, are scored for each line asked for.
_CANDIDATES = 8
_LEAST_CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line: an incident, how much it counts, the day it is entered under, and the reports cited.

    `day` is the first on which it happened; where that is only guessed, and widely, that of its first report
    (`reported`); nothing for what is told without a date, as a war long past is.
    """

    entry: Entry
    importance: Importance
    day: str | None
    reported: bool
    cited: tuple[Heading, ...]


def chronology(
    connection: Asked, kinds: Mapping[str, float], period: Period = ALWAYS, limit: int | None = None
) -> tuple[Line, ...]:
    """Return the incidents of a period that count most, in order of days; `kinds` weighs event types."""
    candidates = max(_CANDIDATES * limit, _LEAST_CANDIDATES) if limit else None
    entries = listing(connection, period, "weight", candidates)
    scored = [(importance(entry.incident, entry.discrepancies, kinds), entry) for entry in entries]
    scored.sort(key=lambda pair: (-pair[0].score, pair[1].incident.id))
    chosen = scored[:limit] if limit else scored
    documents = headings(connection, sorted({key for _, entry in chosen for key in entry.incident.documents}))
    lines = [line(score, entry, documents) for score, entry in chosen]
    return tuple(sorted(lines, key=lambda made: (made.day is None, made.day or "", -made.importance.score)))


def line(score: Importance, entry: Entry, documents: Mapping[str, Heading]) -> Line:
    """Return the line of one incident."""
    told = [documents[key] for key in entry.incident.documents if key in documents]
    told.sort(key=lambda heading: (heading.published.earliest or "9", heading.id))
    day, reported = entered_under(entry.incident.happened, [heading.published for heading in told])
    return Line(entry, score, day, reported, tuple(told[:_CITED]))


def entered_under(happened: Interval, published: Sequence[Interval]) -> tuple[str | None, bool]:
    """Return the day an incident is entered under, and whether that is the day of the first of its reports."""
    day = narrow_day(happened)
    if day is not None or not happened.known:
        return day, False
    if _closed(happened) and not inferred(happened):
        return (happened.earliest or "")[:10], False
    first = first_reported(published)
    return first, first is not None


def narrow_day(happened: Interval) -> str | None:
    """Return the first day of an interval of few days, or nothing."""
    first = happened.first_day
    return (
        first.isoformat() if first is not None and (happened.days or 0) <= NARROW_DAYS and _closed(happened) else None
    )


def first_reported(published: Sequence[Interval]) -> str | None:
    """Return the day of the first report whose day is known, or nothing."""
    days: list[date] = [interval.first_day for interval in published if interval.exact and interval.first_day]
    return min(days).isoformat() if days else None


def _closed(happened: Interval) -> bool:
    """Tell whether both ends of an interval are known."""
    return happened.earliest is not None and happened.latest is not None
