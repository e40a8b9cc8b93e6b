"""Read event types: PLOVER type and mode, contexts, CAMEO code, intensity, family, and how their roles fill."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from standoff.codebook.schema import Entry, read_csv, read_yaml

Filler = Literal["actor", "recipient", "none"]

_CODE = re.compile(r"[A-Z]+(/[a-z-]+)?\Z")
_KEYS = ("id", "plover", "contexts", "cameo", "intensity", "family", "of", "roles", "kind", "description", "example")


@dataclass(frozen=True, slots=True)
class EventType:
    """Hold one event type: PLOVER type, mode and contexts, CAMEO code, intensity (-10 to 10) and how its roles fill.

    `family` groups types that can be one happening; `kind` is deed, speech (done by saying), outcome (killed)
    or state; `of` says what a noun's of-phrase fills; `mutual` that all sides are actors.
    """

    id: str
    plover: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    intensity: float | None
    family: str
    of: Filler
    mutual: bool
    kind: str
    description: str
    example: str


def read_intensities(path: Path) -> dict[tuple[str, str | None], float | None]:
    """Return the intensity of each PLOVER type and mode."""
    return {(row.text("type"), row.maybe("mode")): row.number("intensity") for row in read_csv(path)}


def read_types(path: Path, intensities: Mapping[tuple[str, str | None], float | None]) -> dict[str, EventType]:
    """Return the event types by id."""
    found: dict[str, EventType] = {}
    for entry in read_yaml(path):
        entry.only(*_KEYS)
        made = _type(entry, intensities)
        if made.id in found:
            raise entry.refuse("id", f"{made.id!r} is given twice")
        found[made.id] = made
    return found


def _type(entry: Entry, intensities: Mapping[tuple[str, str | None], float | None]) -> EventType:
    """Return one event type; its intensity is PLOVER's unless the entry gives its own."""
    code = entry.text("plover")
    if not _CODE.match(code):
        raise entry.refuse("plover", f"{code!r} is not like ASSAULT or ASSAULT/aerial")
    plover, _, mode = code.partition("/")
    if (plover, mode or None) not in intensities:
        raise entry.refuse("plover", f"{code!r} is no PLOVER type and mode")
    stated = entry.number("intensity")
    return EventType(
        id=entry.text("id"),
        plover=plover,
        mode=mode or None,
        contexts=entry.texts("contexts"),
        cameo=entry.maybe("cameo"),
        intensity=stated if stated is not None else intensities[plover, mode or None],
        family=entry.maybe("family") or entry.text("id"),
        of=cast("Filler", entry.choice("of", "actor", "recipient", "none") if entry.maybe("of") else "recipient"),
        mutual=entry.maybe("roles") == "mutual",
        kind=entry.choice("kind", "deed", "speech", "outcome", "state") if entry.maybe("kind") else "deed",
        description=entry.text("description"),
        example=entry.text("example"),
    )
