"""Load periods.yaml: festivals and named days or periods, with the dates they fall on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from standoff.codebook.calendars import Month, load_months
from standoff.codebook.schema import Entry, read_csv, read_yaml
from standoff.codebook.words import OutlookWords, read_words

_RULE = re.compile(r"\d\d-\d\d|\d\d-[1-5L]-[1-7]|easter[+-]\d{1,2}|table|fixed")


@dataclass(frozen=True, slots=True)
class Period:
    """Hold a named period.

    `value` says how its day is found: `MM-DD`, `MM-N-D` (the Nth weekday D of a month, L the last), `easter+N` (days
    from Western Easter), `table` (first days by year in `years`), or `fixed` (once, from `earliest` to `latest`).
    """

    id: str
    value: str
    names: tuple[str, ...]
    days: int = 1
    earliest: str | None = None
    latest: str | None = None
    years: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PeriodBook:
    """Hold the periods by id, their names as lowercased words by first word, and the months of other calendars.

    `zones` are hours from UTC by short name; `outlook` are words that tell that a time still lies ahead.
    """

    by_id: Mapping[str, Period] = field(default_factory=dict)
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Period], ...]] = field(default_factory=dict)
    months: Mapping[str, tuple[Month, ...]] = field(default_factory=dict)
    zones: Mapping[str, float] = field(default_factory=dict)
    outlook: OutlookWords = field(default_factory=OutlookWords)


NO_PERIODS = PeriodBook()


def load_periods(folder: Path) -> PeriodBook:
    """Read and check periods.yaml; a folder without it has no named periods."""
    path = folder / "periods.yaml"
    book = _book(_period(entry) for entry in read_yaml(path)) if path.exists() else NO_PERIODS
    return replace(
        book,
        months=load_months(folder),
        zones=_zones(folder / "time_zones.csv"),
        outlook=read_words(folder / "words" / "outlook.yaml", OutlookWords),
    )


def _zones(path: Path) -> dict[str, float]:
    """Return the hours from UTC of short names of time zones, in lower case; refuses what is no zone's."""
    zones: dict[str, float] = {}
    for row in read_csv(path) if path.exists() else ():
        row.only("name", "hours", "meaning")
        hours = row.number("hours")
        if hours is None or not -12 <= hours <= 14:
            raise row.refuse("hours", "must be a number from -12 to 14")
        zones[row.text("name")] = hours
    return zones


def _book(periods: Iterable[Period]) -> PeriodBook:
    """Index periods by the first word of each name."""
    by_id: dict[str, Period] = {}
    by_first: dict[str, tuple[tuple[tuple[str, ...], Period], ...]] = {}
    for period in periods:
        by_id[period.id] = period
        for name in period.names:
            words = tuple(name.lower().replace("'s", " 's").replace("-", " - ").split())
            by_first[words[0]] = (*by_first.get(words[0], ()), (words, period))
    return PeriodBook(by_id, by_first)


def _period(entry: Entry) -> Period:
    """Read one period."""
    entry.only("id", "value", "names", "days", "earliest", "latest", "years", "description", "example")
    value = entry.text("value")
    if not _RULE.fullmatch(value):
        raise entry.refuse("value", f"{value!r} is no rule like 03-21, 11-4-4, easter-2, table or fixed")
    years: dict[int, str] = {}
    for year, day in entry.mapping("years").items():
        if not (year.isdigit() and re.fullmatch(r"\d\d-\d\d", day)):
            raise entry.refuse("years", f"{year}: {day} is no year with a month and day")
        years[int(year)] = day
    return Period(
        entry.text("id"),
        value,
        entry.texts("names"),
        int(entry.number("days") or 1),
        entry.day("earliest"),
        entry.day("latest"),
        years,
    )
