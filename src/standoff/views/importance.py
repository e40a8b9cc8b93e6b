"""Score how much an incident counts in a chronology: what happened, who tells of it and who disputes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from standoff.model.incident import Incident

# Parts of the score beside the weight of the kind of happening (0 to 1, of incidents.yaml), chosen so that a shelling
# told by one report ranks above a call told by one, and below a call that four independent reports tell.
_KIND = 2.0
_ORIGINS = 1.0
_PARTIES = 0.4
_CONTESTED = 1.0
_DIFFERENCES = 0.5
_DAY = 0.5
_MOST_PARTIES = 5
_UNKNOWN_KIND = 0.4


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one part of a score: its name, what it adds and what it rests on."""

    feature: str
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Importance:
    """Hold how much an incident counts, and why."""

    score: float
    parts: tuple[Part, ...]

    def explain(self) -> str:
        """Return the parts in one line, the largest first."""
        ordered = sorted(self.parts, key=lambda part: (-part.weight, part.feature))
        return ", ".join(f"{part.detail} {part.weight:+.1f}" for part in ordered)


def importance(incident: Incident, differences: int, kinds: Mapping[str, float]) -> Importance:
    """Score one incident; `kinds` gives the weight of its event type, where it is known."""
    weight = kinds.get(incident.type, _UNKNOWN_KIND)
    voices = len({position.party.party or position.party.name for position in incident.parties})
    parts = [
        Part("kind", round(_KIND * weight, 2), incident.type.replace("_", " ")),
        Part(
            "origins", round(_ORIGINS * log2(1 + incident.origins), 2), _count(incident.origins, "independent report")
        ),
    ]
    if voices:
        parts.append(
            Part("parties", _PARTIES * min(voices, _MOST_PARTIES), _count(voices, "party speaks", "parties speak"))
        )
    if incident.status == "contested":
        parts.append(Part("contested", _CONTESTED, "contested"))
    if differences:
        parts.append(
            Part("differences", round(_DIFFERENCES * log2(1 + differences), 2), _count(differences, "difference"))
        )
    if incident.happened.exact:
        parts.append(Part("day", _DAY, "dated to the day"))
    return Importance(round(sum(part.weight for part in parts), 2), tuple(parts))


def _count(number: int, one: str, many: str | None = None) -> str:
    """Say how many."""
    return f"{number} {one if number == 1 else many or one + 's'}"
