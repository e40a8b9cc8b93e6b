"""Hold an event: a coded mention in one document with arguments, factuality and codings in named schemes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from standoff.model.annotation import Attribute
from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.ids import content_key
from standoff.model.span import Span

Role = Literal["actor", "recipient", "place", "time", "quantity", "instrument"]
Factuality = Literal[
    "certain+", "probable+", "possible+", "certain-", "probable-", "possible-", "unknown"
]  # Saurí and Pustejovsky (2009), relative to the event's voice
Frame = Literal["actual", "past", "planned", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Plover:
    """Hold a PLOVER coding: type, mode (absent where the type has none or none fits) and contexts."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """Fill one role of an event: the words, and the party, place, interval or quantity they stand for.

    `value` of a quantity has `kind`, `low`, `high`, `unit`, `approximate`, `text`; `principal` is the party that a
    person, body or troop in `ref` speaks for or belongs to, where the text tells.
    """

    role: Role
    span: Span | None
    ref: PartyRef | PlaceRef | None = None
    time: Interval | None = None
    value: Mapping[str, Attribute] | None = None
    principal: PartyRef | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Hold one coded mention; its voice is `statement`, or the publisher where that is absent.

    `type` is the codebook's event type (finer than PLOVER, e.g. `advance`, `ceasefire_violation`, `call`), `rule` the
    dictionary entry that fired; `intensity` is the PLOVER scale, -10 to 10.
    `happened_span` holds the words `happened` rests on.
    """

    id: str
    document: str
    statement: str | None
    trigger: Span
    type: str
    plover: Plover
    cameo: str | None
    intensity: float | None
    arguments: tuple[Argument, ...]
    happened: Interval | None
    place: PlaceRef | None
    factuality: Factuality
    frame: Frame
    rule: str
    score: float = 1.0
    features: Mapping[str, float] = field(default_factory=dict)
    happened_span: Span | None = None

    def parties(self, role: Role) -> tuple[PartyRef, ...]:
        """Return the parties that fill a role, in text order."""
        return tuple(a.ref for a in self.arguments if a.role == role and isinstance(a.ref, PartyRef))


def event_id(document: str, trigger: Span, type_: str, voice: str | None) -> str:
    """Return the content key of an event: its trigger word, type and voice."""
    return content_key("evt", document, trigger.start, trigger.stop, type_, voice)
