"""Say whether an incident is contested: whether one side denies that it occurred, or each puts it on another."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.model.claim import Discrepancy
from standoff.model.incident import Position, Status

RESPONSIBILITY = "responsibility"


def status_of(positions: Iterable[Position], origins: int, *, told: bool = False, disputed: bool = False) -> Status:
    """Return contested where a side asserts what another denies, or who did it is disputed; else by the origins.

    `told` says that an outlet tells of it in its own words, which a denial contradicts too.
    """
    asserting, denying = set[str](), set[str]()
    for position in positions:
        held = {"asserts": asserting, "denies": denying}.get(position.polarity)
        if held is not None:
            held.add(position.party.party or position.party.name)
    against = bool(denying) and (told or bool(asserting - denying) or bool(asserting and denying - asserting))
    if disputed or against:
        return "contested"
    return "single_origin" if origins <= 1 else "uncontested"


def contested_by(found: Iterable[Discrepancy]) -> frozenset[str]:
    """Return the incidents that discrepancies make contested: contradictions, and two parties held responsible."""
    contesting = (d for d in found if d.kind == "contradiction" or d.slot == RESPONSIBILITY)
    return frozenset(key for d in contesting for key in (d.incident, d.other_incident) if key)
