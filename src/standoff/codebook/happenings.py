"""Load events/: event types with PLOVER and CAMEO codes, the trigger dictionary, word classes and outlook words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from standoff.codebook.event_triggers import Trigger, WordClass, indexed, read_classes, read_roles, read_triggers
from standoff.codebook.event_types import EventType, Filler, read_intensities, read_types
from standoff.codebook.schema import read_csv

Effect = Literal["negative", "probable", "possible", "planned", "hypothetical", "past", "plain"]


@dataclass(frozen=True, slots=True)
class Weight:
    """Hold what a sign weighs for a mention being a report, in log odds: in any text, and more in a long one."""

    any: float
    long: float


@dataclass(frozen=True, slots=True)
class EventBook:
    """Hold event types, triggers by head word, word classes, outlook words, light verbs, acts, weapons and weights."""

    types: Mapping[str, EventType]
    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    phrases: Mapping[str, tuple[Trigger, ...]]
    classes: Mapping[str, WordClass]
    outlooks: Mapping[tuple[str, str], Effect]
    lights: Mapping[str, Mapping[str, Filler]]
    acts: Mapping[str, str]
    narrowed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    weapons: Mapping[str, str] = field(default_factory=dict)
    reporting: Mapping[str, Weight] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Return how many dictionary entries there are, alternatives counted apart."""
        return sum(len(found) for table in (self.verbs, self.nouns, self.phrases) for found in table.values())

    def family(self, type_: str) -> str:
        """Return the family of a type, types of which can tell of one happening; an unknown type is its own."""
        known = self.types.get(type_)
        return known.family if known else type_


def load_happenings(folder: Path) -> EventBook:
    """Read and check this part of the codebook."""
    events = folder / "events"
    intensities = read_intensities(events / "plover.csv")
    types = read_types(events / "types.yaml", intensities)
    classes = read_classes(events / "classes.yaml")
    triggers = [t for path in sorted(events.glob("triggers*.csv")) for t in read_triggers(path, types, classes)]
    return EventBook(
        types=types,
        verbs=indexed(triggers, "v"),
        nouns=indexed(triggers, "n"),
        phrases=indexed(triggers, "p"),
        classes=classes,
        outlooks=_outlooks(events / "outlook.csv"),
        lights=_lights(events / "light_verbs.csv"),
        acts=_acts(events / "speech.csv", types),
        narrowed=_narrowed(events / "narrowing.csv", types),
        weapons={word: row.text("mode") for row in read_csv(events / "weapons.csv") for word in row.texts("words")},
        reporting=_reporting(events / "report_weights.csv"),
    )


def _outlooks(path: Path) -> dict[tuple[str, str], Effect]:
    """Return the effect of outlook words by word and part of speech (v, i, n, a, m); `i`: over an infinitive."""
    found: dict[tuple[str, str], Effect] = {}
    for row in read_csv(path):
        effect = row.choice("effect", "negative", "probable", "possible", "planned", "hypothetical", "past", "plain")
        for word in row.texts("words"):
            found[word, row.choice("pos", "v", "i", "n", "a", "m")] = cast("Effect", effect)
    return found


def _lights(path: Path) -> dict[str, dict[str, Filler]]:
    """Return light verbs (`carry out`, `suffer`) with the roles their subject fills for the noun they carry."""
    return {verb: read_roles(row) for row in read_csv(path) for verb in row.texts("verbs")}


def _acts(path: Path, types: Mapping[str, EventType]) -> dict[str, str]:
    """Return the event type each speech act amounts to."""
    found: dict[str, str] = {}
    for row in read_csv(path):
        if row.text("type") not in types:
            raise row.refuse("type", f"{row.text('type')!r} is no event type")
        found[row.text("act")] = row.text("type")
    return found


def _narrowed(path: Path, types: Mapping[str, EventType]) -> dict[tuple[str, str], str]:
    """Return the finer type of a speech event by the family its content tells of."""
    found: dict[tuple[str, str], str] = {}
    for row in read_csv(path):
        for key in ("type", "narrowed"):
            if row.text(key) not in types:
                raise row.refuse(key, f"{row.text(key)!r} is no event type")
        for content in row.texts("content"):
            found[row.text("type"), content] = row.text("narrowed")
    return found


def _reporting(path: Path) -> dict[str, Weight]:
    """Return what each sign weighs for a mention being a report of something that happened."""
    found: dict[str, Weight] = {}
    for row in read_csv(path):
        row.only("sign", "any", "long")
        found[row.text("sign")] = Weight(row.number("any") or 0.0, row.number("long") or 0.0)
    return found
