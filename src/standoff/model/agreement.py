"""Hold an agreement in force and what statements do to it: invoke, affirm, allege or deny a violation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from standoff.model.entity import PartyRef
from standoff.model.ids import content_key
from standoff.model.span import Span

AgreementRelation = Literal["invokes", "affirms", "alleges_violation", "denies_violation"]


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold one clause of an agreement, retold in our own words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Hold an agreement of the codebook: parties, dates it is in force, clauses, names and external ids."""

    id: str
    name: str
    parties: tuple[str, ...]
    signed: str
    ended: str | None = None
    mediators: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    names: tuple[str, ...] = ()
    external: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgreementLink:
    """Tie a statement (or the publisher's own words) to an agreement; `accused` is who is said to break it."""

    id: str
    document: str
    statement: str | None
    agreement: str
    relation: AgreementRelation
    clause: str | None
    accused: PartyRef | None
    evidence: tuple[Span, ...]
    score: float = 1.0


def link_id(agreement: str, relation: str, voice: str | None, evidence: Span, further: PartyRef | None = None) -> str:
    """Return the content key of an agreement link; `further` is who is accused beside another by the same words."""
    whom = () if further is None else (further.party or further.name,)
    return content_key("agl", agreement, relation, voice, evidence.document, evidence.start, *whom)
