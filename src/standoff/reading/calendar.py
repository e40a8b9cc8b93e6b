"""Find calendar dates, weekdays and years in a text by small expressions of their own; no parse is needed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from standoff.values.days import MONTHS

_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY = {name[:3].lower(): number for number, name in enumerate(_WEEKDAYS)}


def _spellings(names: Sequence[str], shorts: Sequence[str]) -> str:
    """Return an alternation of names and short forms as printed: May, MAY; never the verb may."""
    forms = [*names, *(name.upper() for name in names), *shorts, *(short.upper() for short in shorts)]
    return "|".join(dict.fromkeys(sorted(forms, key=len, reverse=True)))


_MONTH = _spellings(MONTHS, [*(name[:3] for name in MONTHS), "Sept"])
_DAY_NAME = _spellings(_WEEKDAYS, ["Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"])
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"(?<![\w.-])(?:(?P<weekday>{_DAY_NAME})\.?,?\s+\(?)?(?:"
    rf"(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:[,.]?\s+(?P<y1>{_YEAR})(?!\d))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-](?P<m2>{_MONTH})\b\.?(?:(?:,\s*|\s+|-)(?P<y2>{_YEAR})(?!\d))?"
    rf"|(?P<m3>{_MONTH})\.?,?\s+(?P<y3>{_YEAR})(?!\d)"
    rf"|(?P<y4>{_YEAR})-(?P<m4>\d\d)-(?P<d4>\d\d)(?!\d)"
    rf"|(?P<d5>\d{{1,2}})\.(?P<m5>\d{{1,2}})\.(?P<y5>{_YEAR})(?!\d|\.\d)"
    rf"|(?P<d6>1[3-9]|2\d|3[01])/(?P<m6>\d{{1,2}})/(?P<y6>{_YEAR}|\d\d)(?![\d/])"  # day first, beyond doubt
    rf"|(?P<d7>0?[1-9]|1[0-2])/(?P<m7>(?P=d7))/(?P<y7>{_YEAR})(?![\d/]))"  # the same either way: 3/3/2022
)
_BARE_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_BARE_YEAR = re.compile(rf"(?<![\w.,$€£/-])({_YEAR})(?![\w%/-]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Hold a date as printed: `[start, stop)`, month, and year, day and weekday (Monday is 0) where printed."""

    start: int
    stop: int
    month: int
    day: int | None
    year: int | None
    weekday: int | None

    @property
    def full(self) -> date | None:
        """Return the day, where year, month and day are all there."""
        return date(self.year, self.month, self.day) if self.year and self.day else None

    def in_year(self, year: int) -> date | None:
        """Return the day in a year, or nothing where the calendar (or the printed weekday) does not have it."""
        try:
            day = date(year, self.month, self.day or 1)
        except ValueError:
            return None
        return day if self.weekday in (None, day.weekday()) or not self.day else None


def mentions(text: str) -> list[Mention]:
    """Return the dates printed in a text, in order; those that no calendar has are left out."""
    found = []
    for match in _DATE.finditer(text):
        mention = _mention(match)
        if mention is not None:
            found.append(mention)
    return found


def _mention(match: re.Match[str]) -> Mention | None:
    """Return a match as a mention, or nothing where it is not in the calendar."""
    month_text, day_text, year_text = (_printed(match, letter) for letter in "mdy")
    month = _SHORT.get(month_text[:3].lower()) or int(month_text)
    weekday = _WEEKDAY[match["weekday"][:3].lower()] if match["weekday"] else None
    day, year = (int(day_text) if day_text else None), (int(year_text) if year_text else None)
    year = 2000 + year if year is not None and year < 100 else year
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return None
    return Mention(match.start(), match.end(), month, day, year, weekday)


def _printed(match: re.Match[str], letter: str) -> str:
    """Return what the groups of a letter (`d1`, `d2`, ...) hold: each way of printing a date fills one at most."""
    return next((part for name, part in match.groupdict().items() if name[0] == letter and part), "")


def weekdays(text: str) -> list[tuple[int, int]]:
    """Return offset and number (Monday is 0) of each weekday named in full."""
    return [(m.start(), _WEEKDAY[m.group()[:3].lower()]) for m in _BARE_WEEKDAY.finditer(text)]


def years(text: str) -> list[tuple[int, int]]:
    """Return offset and number of each year of the 20th and 21st century."""
    return [(m.start(), int(m.group(1))) for m in _BARE_YEAR.finditer(text)]
