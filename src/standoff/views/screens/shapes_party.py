"""Hold the shapes of the screens on parties: the list, one party with its life and offices, the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from standoff.views.screens.shapes import When


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Hold one party of the record with what it says and is said to do; `speaks` counts statements on its behalf.

    `belongs` names for whom it speaks, what it is part of, or its state.
    """

    id: str
    name: str
    kind: str
    state: str | None
    sector: str | None
    parent: str | None
    principal: str | None
    speaks: int
    acts: int
    undergoes: int
    belongs: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """Hold one term of office: person, office, state or body, first and last day (partial dates allowed)."""

    person: str
    office: str
    of: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """Count how often one party is said to do something to another, denials apart."""

    actor: str
    actor_name: str
    recipient: str
    recipient_name: str
    type: str
    events: int
    documents: int


@dataclass(frozen=True, slots=True)
class LifeDay:
    """Count what a party said, did and had done to it by the reports of one day; the day is empty for undated ones."""

    day: str
    said: int
    did: int
    undergone: int


@dataclass(frozen=True, slots=True)
class LifeRow:
    """Hold one thing a party said, did or had done to it, by the report of a day.

    `when` is when it was said or happened, where that is told; `others` names whom it was done to, or who did it.
    """

    role: Literal["said", "did", "undergone"]
    id: str
    day: str
    when: When | None
    what: str
    denied: bool
    sentence: str
    others: tuple[str, ...]
    document: str
    outlet: str
    published: str
    statement: str | None
    incident: tuple[str, str, str] | None


@dataclass(frozen=True, slots=True)
class ActorPage:
    """Hold one party: whom it belongs to and speaks for, its offices, what is done by and to it, its incidents.

    `days` counts what it said, did and had done to it, by day of publication.
    """

    actor: ActorRow
    chain: tuple[tuple[str, str], ...]
    bodies: tuple[tuple[str, str], ...]
    offices: tuple[Office, ...]
    acts_of: Mapping[str, int]
    edges: tuple[EdgeRow, ...]
    statements: tuple[str, ...]
    incidents: tuple[tuple[str, str, str], ...]
    days: tuple[LifeDay, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """Hold one party of the network; `weight` counts the events it takes part in."""

    id: str
    name: str
    kind: str | None
    state: str | None
    weight: int


@dataclass(frozen=True, slots=True)
class Network:
    """Hold who is said to act on whom; `left_out` counts edges below the number asked for."""

    nodes: tuple[Node, ...]
    edges: tuple[EdgeRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class EdgeTelling:
    """Hold one telling behind an edge; `statement` is absent where an outlet tells it in its own words."""

    event: str
    statement: str | None
    document: str
    outlet: str
    published: str
    trigger: str
    sentence: str
    incident: tuple[str, str, str] | None
    denied: bool
