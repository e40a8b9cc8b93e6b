"""Step from one time to another by a length: `three days after the April 26 attack`, `two hours later`."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from standoff.grounding.times.calendar import Moment, step
from standoff.model.annotation import Annotation
from standoff.model.clock import Interval
from standoff.model.document import Document

_HINGE = re.compile(r"\s*(?:after|before|following|prior to)(?:\s+(?:the|a|an|its|their|his|her))?\s*")
_WIDEST = 40  # characters between a length and the date it is counted from


def hinged(document: Document, one: Annotation, other: Annotation) -> bool:
    """Tell whether a length is counted from the date behind it: only `after the` stands between them."""
    if "offset" not in one.attributes or not 0 < other.span.start - one.span.stop <= _WIDEST:
        return False
    return _HINGE.fullmatch(document.text[one.span.stop : other.span.start]) is not None


def counted_from(mark: Annotation, moment: Moment) -> Interval | None:
    """Return the days that lie a length away from a moment, or nothing where that has no days."""
    count = mark.attributes.get("offset")
    if not isinstance(count, int | float) or moment.first is None or moment.last is None:
        return None
    unit = str(mark.attributes["unit"])
    if unit.startswith("T"):
        unit, count = "D", 0
    first, last = (step(day, unit, count) for day in (moment.first, moment.last))
    return Interval(first.isoformat(), last.isoformat(), "text")


def hours_from(mark: Annotation, base: Interval) -> Interval | None:
    """Return when it was so many hours from a moment: to the minute after a clock, else of the days touched."""
    hours = mark.attributes.get("hours_on")
    first, last = base.earliest, base.latest
    if not isinstance(hours, int | float) or first is None or last is None or abs(hours) > 240:
        return None
    if "T" in first and first == last:
        moved = datetime.fromisoformat(first) + timedelta(hours=hours)
        at = moved.strftime("%Y-%m-%dT%H:%M")
        return Interval(at, at, base.basis) if moved.year >= 1000 else None
    if first[:10] != last[:10]:
        return None
    day = date.fromisoformat(first[:10])
    days = sorted((day, day + timedelta(days=int(hours / 24))))
    return Interval(days[0].isoformat(), days[-1].isoformat(), base.basis)
