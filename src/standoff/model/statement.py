"""Hold a statement: the attribution relation of source, cue and content, with act, channel, principal and addressee."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from standoff.model.clock import Interval
from standoff.model.entity import PartyRef
from standoff.model.grounding import ResolvedFrom
from standoff.model.ids import content_key
from standoff.model.span import Span

Polarity = Literal["asserts", "denies", "open"]
Directness = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Source:
    """Hold who speaks: the words (absent when unnamed), the parties they stand for, and how that was found."""

    span: Span | None
    refs: tuple[PartyRef, ...]
    resolved_from: ResolvedFrom

    @property
    def ref(self) -> PartyRef | None:
        """Return the first speaker, or nothing when nobody could be named."""
        return self.refs[0] if self.refs else None


@dataclass(frozen=True, slots=True)
class Statement:
    """Hold one attribution; content spans are fragments in text order, `parent` the statement that reports this one.

    `act` and `polarity` are values of acts.yaml; `negated_act` tells that the act itself is denied ("did not ask");
    `said_at_span` holds the words `said_at` rests on, absent where it rests on the report's own date; `features`
    explains `score` (feature -> weight).
    """

    id: str
    document: str
    source: Source
    principal: PartyRef | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    act: str
    polarity: Polarity
    directness: Directness
    negated_act: bool = False
    hedge: bool = False
    channel: str | None = None
    addressee: PartyRef | None = None
    said_at: Interval | None = None
    parent: str | None = None
    score: float = 1.0
    features: Mapping[str, float] = field(default_factory=dict)
    said_at_span: Span | None = None


def statement_id(document: str, cue_head: Span | None, content_head: Span) -> str:
    """Return the content key of a statement: its cue's head word, and its content's where cues are shared or absent."""
    cue = (cue_head.start, cue_head.stop) if cue_head else (None, None)
    return content_key("stm", document, *cue, content_head.start)
