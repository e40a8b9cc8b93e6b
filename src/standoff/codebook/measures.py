"""Load measures.yaml: the units, nouns and verbs that tell what a number counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from standoff.codebook.schema import Entry, read_yaml
from standoff.model.claim import LOSSES

QUANTITIES = ("troops", *LOSSES, "distance", "area", "duration", "money", "equipment", "share", "count")


ROLES = ("unit", "noun", "person", "verb", "either", "currency", "over", "bearing")


@dataclass(frozen=True, slots=True)
class Measure:
    """Hold what one word says of the number it goes with: role, kind and unit."""

    role: str
    kind: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class MeasureBook:
    """Hold measures by lemma (one or more words), nouns and units apart from verbs.

    `over` are verbs that go with that word, `bearing` verbs whose object tells what befell their subject.
    """

    nouns: Mapping[str, Measure] = field(default_factory=dict)
    verbs: Mapping[str, Measure] = field(default_factory=dict)
    over: frozenset[str] = frozenset()
    bearing: frozenset[str] = frozenset()


NO_MEASURES = MeasureBook()


def load_measures(folder: Path) -> MeasureBook:
    """Read and check measures.yaml; a folder without it counts nothing but numbers."""
    path = folder / "measures.yaml"
    nouns: dict[str, Measure] = {}
    verbs: dict[str, Measure] = {}
    sets: dict[str, set[str]] = {"over": set(), "bearing": set()}
    for entry in read_yaml(path) if path.exists() else ():
        role = entry.choice("role", *ROLES)
        if role in sets:
            sets[role].update(entry.texts("words"))
            continue
        measure = _measure(entry)
        for word in entry.texts("words"):
            (verbs if role in ("verb", "either") else nouns).setdefault(word.lower(), measure)
    return MeasureBook(nouns, verbs, frozenset(sets["over"]), frozenset(sets["bearing"]))


def _measure(entry: Entry) -> Measure:
    """Read one entry."""
    entry.only("id", "role", "kind", "unit", "words", "example")
    entry.text("id")
    role = entry.choice("role", *ROLES)
    if not entry.texts("words"):
        raise entry.refuse("words", "at least one is needed")
    return Measure(role, entry.choice("kind", *QUANTITIES), entry.maybe("unit"))
