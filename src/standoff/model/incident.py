"""Hold an incident: a set of events held to be one happening; it owns members and no facts of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.ids import content_key, speakable
from standoff.model.statement import Polarity

Status = Literal["contested", "uncontested", "single_origin"]


@dataclass(frozen=True, slots=True)
class Position:
    """Hold where one party stands on whether an incident occurred, with the statements that say so."""

    party: PartyRef
    polarity: Polarity
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Explain why two events were joined or kept apart: score, features (name -> weight) and a reason for a veto."""

    left: str
    right: str
    score: float
    joined: bool
    features: Mapping[str, float] = field(default_factory=dict)
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CopyLink:
    """Say that a document repeats another one's words: the earlier document and the share of its text found there."""

    document: str
    copy_of: str
    share: float


@dataclass(frozen=True, slots=True)
class Incident:
    """Hold one happening's members and a summary drawn from them by displayed rules."""

    id: str
    label: str
    type: str
    happened: Interval
    places: tuple[PlaceRef, ...]
    actors: tuple[PartyRef, ...]
    recipients: tuple[PartyRef, ...]
    events: tuple[str, ...]
    documents: tuple[str, ...]
    origins: int
    status: Status
    parties: tuple[Position, ...] = ()

    @property
    def short_id(self) -> str:
        """Return the id in a form that can be said aloud."""
        return speakable(self.id)


def chronological(incident: Incident) -> tuple[str, str]:
    """Return what orders incidents: when they happened, then their first events, which hang on no order of reading."""
    return (incident.happened.earliest or incident.happened.latest or "9999", incident.events[0])


def incident_id(first_event: str) -> str:
    """Return the content key of a new incident: its first member's id."""
    return content_key("inc", first_event)
