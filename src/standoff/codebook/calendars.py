"""Load calendars.yaml: the months of other calendars, by which dates are told beside the common ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from standoff.codebook.schema import read_yaml

KINDS = ("islamic", "persian", "hebrew", "ethiopic", "gregorian")


@dataclass(frozen=True, slots=True)
class Month:
    """Hold a month: its name as lowercased words, how its calendar counts (`kind`), its number, the calendar's eras."""

    words: tuple[str, ...]
    kind: str
    number: int
    eras: frozenset[str]


def load_months(folder: Path) -> Mapping[str, tuple[Month, ...]]:
    """Read and check calendars.yaml; return the months by the first word of each name, earlier calendars first."""
    path = folder / "calendars.yaml"
    by_first: dict[str, tuple[Month, ...]] = {}
    for month in _months(path) if path.exists() else ():
        held = by_first.get(month.words[0], ())
        if all(other.words != month.words or other.kind != month.kind for other in held):
            by_first[month.words[0]] = (*held, month)
    return by_first


def _months(path: Path) -> Iterator[Month]:
    """Yield the months of all calendars under each of their names."""
    for entry in read_yaml(path):
        entry.only("id", "calendar", "eras", "months", "description", "example")
        kind, eras = entry.choice("calendar", *KINDS), frozenset(era.lower() for era in entry.texts("eras"))
        months = entry.texts("months")
        if len(months) not in (12, 13):
            raise entry.refuse("months", f"has {len(months)} months, not 12 or 13")
        for number, names in enumerate(months, 1):
            for name in names.split("|"):
                words = tuple(name.lower().replace("-", " - ").replace("'s", " 's").split())
                yield Month(words, kind, number, eras)
