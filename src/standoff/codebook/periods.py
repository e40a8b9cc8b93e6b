"""Load periods.yaml: festivals, wars and named periods with the dates they cover."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from standoff.codebook.schema import Entry, read_yaml


@dataclass(frozen=True, slots=True)
class Period:
    """Hold a named period: a yearly day `MM-DD`, or a fixed interval of days."""

    id: str
    value: str
    names: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class PeriodBook:
    """Hold the periods by lowercased name, as tuples of words."""

    by_name: Mapping[str, Period] = field(default_factory=dict)


NO_PERIODS = PeriodBook()


def load_periods(folder: Path) -> PeriodBook:
    """Read and check this part of the codebook."""
    path = folder / "periods.yaml"
    entries = [_period(entry) for entry in read_yaml(path)] if path.exists() else []
    return PeriodBook({name.lower(): period for period in entries for name in period.names})


def _period(entry: Entry) -> Period:
    """Read one period."""
    entry.only("id", "value", "names", "earliest", "latest", "description", "example")
    return Period(
        entry.text("id"), entry.text("value"), entry.texts("names"), entry.day("earliest"), entry.day("latest")
    )
