"""Hold one entry of the append-only review log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from standoff.model.annotation import Attribute
from standoff.model.span import Span

Verb = Literal["accept", "reject", "correct", "same", "different", "relate", "grade", "retract"]
Relation = Literal["part_of", "retaliation_for", "follows", "same_campaign"]  # how people hold incidents to be related
RELATION = "relation"  # the field of a correction that names it
TargetKind = Literal["statement", "event", "claim", "discrepancy", "incident", "agreement_link", "publisher"]


@dataclass(frozen=True, slots=True)
class Decision:
    """Hold who decided what about which row, when, why, and where its words lie.

    `other` is the second event of same, different and relate; `supersedes` the entry a retraction takes back;
    `correction` the fields set by correct, the relation set by relate, or the grade of a publisher; `anchor` lets the
    decision be moved after re-extraction.
    """

    id: str
    recorded: str
    reviewer: str
    verb: Verb
    target_kind: TargetKind
    target: str
    other: str | None = None
    correction: Mapping[str, Attribute] = field(default_factory=dict)
    reason: str | None = None
    supersedes: str | None = None
    anchor: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Hold what a log of decisions amounts to: links between events, review states and corrections by target id.

    `states` maps a target to accepted, rejected or disputed; `corrections` to the fields set.
    """

    must_link: tuple[tuple[str, str], ...] = ()
    cannot_link: tuple[tuple[str, str], ...] = ()
    states: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[str, Mapping[str, Attribute]] = field(default_factory=dict)


NO_VERDICTS = Verdicts()
