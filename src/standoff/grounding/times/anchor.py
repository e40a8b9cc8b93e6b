"""Hold what a relative time hangs on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from standoff.codebook.periods import Period
from standoff.grounding.times.calendar import Moment
from standoff.grounding.times.tense import Outlook
from standoff.model.annotation import Attribute

Fields = Mapping[str, Attribute]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Hold what a relative time hangs on: document date, date and (year, quarter) in focus, the look of its clause.

    `wide` is what is in focus where that is longer than a day, so that no day can hang on it.
    """

    day: date | None
    focus: date | None
    outlook: Callable[[], Outlook]
    periods: Mapping[str, Period]
    quarter: tuple[int, int] | None = None
    wide: Moment | None = None

    def of(self, fields: Fields) -> date | None:
        """Return the day a mark hangs on."""
        if fields.get("anchor") == "focus":
            return self.focus or self.day
        return self.day


def number_of(fields: Fields, key: str) -> int | None:
    """Return a whole number of the attributes, or nothing."""
    value = fields.get(key)
    return int(value) if isinstance(value, int | float) else None
