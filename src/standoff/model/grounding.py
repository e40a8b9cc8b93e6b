"""Tie one annotation to a party, a place, a time or a quantity, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.ids import content_key

ResolvedFrom = Literal["explicit", "pronoun", "description", "office", "ellipsis", "publisher"]
PlaceRole = Literal[
    "literal", "nominal", "metonymic", "associative", "adjectival", "org_embedded", "historic", "dateline"
]


@dataclass(frozen=True, slots=True)
class Grounding:
    """Say what one annotation stands for; exactly one of `parties`, `place`, `time` is filled.

    `parties` holds several for "the two" and "both countries"; `principal` the party they speak for.
    `resolved_from` says how a party was found; `role` what a toponym does; `value` is the TIMEX3 value of a time;
    `features` explains the score (feature -> weight).
    """

    id: str
    annotation: str
    parties: tuple[PartyRef, ...] = ()
    principal: PartyRef | None = None
    resolved_from: ResolvedFrom | None = None
    place: PlaceRef | None = None
    role: PlaceRole | None = None
    geocode: bool = False
    time: Interval | None = None
    value: str | None = None
    score: float = 1.0
    features: Mapping[str, float] = field(default_factory=dict)


def grounding_id(annotation: str, aspect: Literal["party", "place", "time"]) -> str:
    """Return the content key of an annotation's grounding to a party, a place or a time."""
    return content_key("gnd", annotation, aspect)
