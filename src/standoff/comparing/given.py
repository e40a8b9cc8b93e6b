"""Hold what two claims of a slot are judged by: the record, the codebook, and what is known of the incidents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from standoff.codebook.load import Codebook
from standoff.comparing.replies import Replies
from standoff.comparing.tables import Sides
from standoff.model.claim import Claim
from standoff.model.event import Event
from standoff.model.record import Record


@dataclass(frozen=True, slots=True)
class Given:
    """Hold what claims are judged by.

    `lasting` are the incidents, such as wars, that reports of any year tell of; `told` are the events of each
    document, `days` the day of each incident that has one, `concerned` the sides of those who took part.
    """

    record: Record
    codebook: Codebook
    sides: Sides
    lasting: frozenset[str] = frozenset()
    replies: Replies = field(default_factory=Replies)
    told: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    concerned: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def event(self, claim: Claim) -> Event | None:
        """Return the event a claim was made from, or nothing."""
        return self.record.events.get(claim.event or "")
