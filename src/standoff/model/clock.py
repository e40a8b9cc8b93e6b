"""Hold time as intervals with their basis; happened, said, published, fetched and recorded never mix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from standoff.errors import InvariantError

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?\Z")

PUBLISHED = "published"  # basis of a time of saying that the text leaves out: the report's own date


@dataclass(frozen=True, slots=True)
class Interval:
    """Hold the earliest and latest moment, both inclusive, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; absent is open.

    `basis` says what the interval rests on: stated, prefix, metadata, dateline, url, inferred:weekday,
    inferred:neighbours, text, unknown, ...
    """

    earliest: str | None
    latest: str | None
    basis: str

    def __post_init__(self) -> None:
        for bound in (self.earliest, self.latest):
            if bound is not None and not _ISO.match(bound):
                raise InvariantError(f"An interval bound must be an ISO date or minute, not {bound!r}.")
        if self.earliest and self.latest and self.earliest[:10] > self.latest[:10]:
            raise InvariantError(f"An interval must not end ({self.latest}) before it begins ({self.earliest}).")

    @property
    def known(self) -> bool:
        """Tell whether at least one bound is known."""
        return self.earliest is not None or self.latest is not None

    @property
    def exact(self) -> bool:
        """Tell whether both bounds lie on one day."""
        return self.earliest is not None and self.latest is not None and self.earliest[:10] == self.latest[:10]

    @property
    def first_day(self) -> date | None:
        """Return the earliest day, or nothing."""
        return date.fromisoformat(self.earliest[:10]) if self.earliest else None

    @property
    def last_day(self) -> date | None:
        """Return the latest day, or nothing."""
        return date.fromisoformat(self.latest[:10]) if self.latest else None

    @property
    def days(self) -> int | None:
        """Return the width in days (0 for one day), or nothing when a bound is open."""
        first, last = self.first_day, self.last_day
        return (last - first).days if first and last else None

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two intervals can share a day; open bounds reach without end."""
        starts_before_end = not (self.earliest and other.latest) or self.earliest[:10] <= other.latest[:10]
        ends_after_start = not (self.latest and other.earliest) or self.latest[:10] >= other.earliest[:10]
        return starts_before_end and ends_after_start


UNKNOWN = Interval(None, None, "unknown")


def on_day(day: date, basis: str) -> Interval:
    """Return the interval of one day."""
    return Interval(day.isoformat(), day.isoformat(), basis)
