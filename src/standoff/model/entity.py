"""Hold parties and places: the things mentions are grounded to, with external ids, and references to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

PartyKind = Literal["person", "state", "organisation", "armed_force", "group"]


@dataclass(frozen=True, slots=True)
class Party:
    """Hold a person, state, organisation, armed force or group of the codebook, or one local to a document.

    `state` is ISO 3166-1 alpha-3; `parent` the party it belongs to; `principal` the party it speaks for;
    `sector` a PLOVER sector code (GOV, MIL, REB, IGO, ...).
    """

    id: str
    name: str
    kind: PartyKind
    state: str | None = None
    parent: str | None = None
    principal: str | None = None
    sector: str | None = None
    external: Mapping[str, str] = field(default_factory=dict)
    local: bool = False


@dataclass(frozen=True, slots=True)
class PartyRef:
    """Refer to a party as one mention names it; `party` is absent when nothing in the codebook fits."""

    party: str | None
    name: str
    state: str | None = None
    kind: PartyKind | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Hold a place: point and radius in kilometres (its stated precision), country ISO alpha-3 or none where disputed.

    `claimed_by` lists the states that claim it; `parents` the ids of areas it lies in.
    """

    id: str
    name: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    country: str | None = None
    parents: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    external: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """Refer to a place as grounded in one document: the point, its precision in kilometres and its country."""

    place: str | None
    name: str
    lat: float | None = None
    lon: float | None = None
    precision_km: float | None = None
    country: str | None = None
