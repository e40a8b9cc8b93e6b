"""Hold claims, what one voice says of one slot of one incident, and discrepancies between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from standoff.model.annotation import Attribute
from standoff.model.clock import Interval
from standoff.model.entity import PartyRef
from standoff.model.ids import content_key
from standoff.model.span import Span
from standoff.model.statement import Polarity

DiscrepancyKind = Literal["contradiction", "disagreement", "granularity", "revision", "transmission"]
ClaimValue = Mapping[str, Attribute]
Loss = Literal["killed", "wounded", "captured", "missing", "displaced"]
LOSSES: tuple[Loss, ...] = get_args(Loss)  # slots of what befell people
OCCURRED = "occurred"  # the slot of whether a thing happened at all: every codebook has it


@dataclass(frozen=True, slots=True)
class Claim:
    """Hold what one source (or the publisher) says of one slot; `value` has `text` and the fields of its value type."""

    id: str
    incident: str
    slot: str
    value: ClaimValue
    quote: Span
    document: str
    source: PartyRef | None
    principal: PartyRef | None
    publisher: str | None
    channel: str | None
    polarity: Polarity
    statement: str | None
    event: str | None
    said_at: Interval | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Hold two or more claims of a slot that differ, the kind of difference and one sentence that explains it."""

    id: str
    incident: str
    other_incident: str | None
    slot: str
    kind: DiscrepancyKind
    claims: tuple[str, ...]
    explanation: str
    score: float
    documents: tuple[str, ...]


def claim_id(slot: str, quote: Span, voice: str | None, event: str | None) -> str:
    """Return the content key of a claim: slot, quoted words, voice and event."""
    return content_key("clm", slot, quote.document, quote.start, quote.stop, voice, event)


def discrepancy_id(kind: str, slot: str, claims: tuple[str, ...]) -> str:
    """Return the content key of a discrepancy: kind, slot and claims in order of id."""
    return content_key("dsc", kind, slot, *sorted(claims))
