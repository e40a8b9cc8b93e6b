"""Hold what the steps across documents read: documents, statements and events of many bundles, by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from standoff.model.agreement import AgreementLink
from standoff.model.claim import Claim, Discrepancy
from standoff.model.document import Document
from standoff.model.event import Event
from standoff.model.incident import CopyLink, Incident, Link
from standoff.model.reach import Pair
from standoff.model.run import Bundle
from standoff.model.sketch import Crossing, Echo, Print, Rendering, Sketch, Slot
from standoff.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Record:
    """Hold documents, statements and events by id, and which documents copy which."""

    documents: Mapping[str, Document]
    statements: Mapping[str, Statement]
    events: Mapping[str, Event]
    copies: tuple[CopyLink, ...] = ()

    def voice(self, event: Event) -> Statement | None:
        """Return the statement an event is told in, or nothing when the publisher tells it."""
        return self.statements.get(event.statement) if event.statement else None


@dataclass(frozen=True, slots=True)
class Joined:
    """Hold the outcome of joining: incidents, the explained links that decided them, and what more is joined by.

    `sketches` are by event, `slots` where they stand in the index of pairs, `pieces` the events clustered together.
    """

    incidents: tuple[Incident, ...]
    links: tuple[Link, ...] = ()
    sketches: Mapping[str, Sketch] = field(default_factory=dict)
    slots: tuple[Slot, ...] = ()
    pieces: tuple[frozenset[str], ...] = ()

    def standing(self, restated: Iterable[Incident]) -> Joined:
        """Return this with incidents that comparing left with another status in the place of those of their ids."""
        now = {incident.id: incident for incident in restated}
        return replace(self, incidents=tuple(now.get(incident.id, incident) for incident in self.incidents))


@dataclass(frozen=True, slots=True)
class Growth:
    """Hold what joining some documents changes: incidents and links that go, and what comes, the pieces made anew."""

    documents: frozenset[str]
    joined: Joined
    unlinked: frozenset[tuple[str, str]] = frozenset()
    gone: tuple[Incident, ...] = ()

    def standing(self, restated: Iterable[Incident]) -> Growth:
        """Return this with incidents that comparing left with another status: those that only stay go and come anew."""
        held, found = {incident.id for incident in self.joined.incidents}, tuple(restated)
        stay = tuple(incident for incident in found if incident.id not in held)
        joined = self.joined.standing(found)
        joined = replace(joined, incidents=(*joined.incidents, *stay))
        return replace(self, joined=joined, gone=(*self.gone, *stay))


@dataclass(frozen=True, slots=True)
class Copied:
    """Hold the outcome of finding copies: the links of some documents, and the fingerprints of those `drawn`.

    `moved` are the documents that go back to another origin than before, by a link of their own or of what they copy.
    """

    documents: frozenset[str] = frozenset()
    links: tuple[CopyLink, ...] = ()
    drawn: frozenset[str] = frozenset()
    prints: tuple[Print, ...] = ()
    moved: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Compared:
    """Hold the outcome of comparing: claims, discrepancies, agreement links, and what more is compared by.

    `crossings` are keys by which incidents are set against each other; `renderings` what statements are held to render
    one utterance by, `slots` where they stand in the index that finds them, `echoes` those that do. `restated` are the
    incidents that comparing leaves with another status than joining, or an earlier comparison, gave them.
    """

    claims: tuple[Claim, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    agreement_links: tuple[AgreementLink, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    renderings: tuple[Rendering, ...] = ()
    slots: tuple[Slot, ...] = ()
    echoes: tuple[Echo, ...] = ()
    restated: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True)
class Recompared:
    """Hold what comparing changes where some documents and incidents changed.

    Of the `documents` come agreement links and renderings anew, of the `incidents` claims, discrepancies and crossings;
    `silenced` are pairs of renderings that go.
    """

    documents: frozenset[str]
    incidents: frozenset[str]
    compared: Compared
    silenced: frozenset[Pair] = frozenset()


def both(one: Record, other: Record) -> Record:
    """Return two records as one."""
    return Record(
        {**one.documents, **other.documents},
        {**one.statements, **other.statements},
        {**one.events, **other.events},
        (*one.copies, *other.copies),
    )


def record_of(bundles: Iterable[Bundle], copies: tuple[CopyLink, ...] = ()) -> Record:
    """Gather the records of many bundles."""
    kept = tuple(bundles)
    return Record(
        documents={b.document.id: b.document for b in kept},
        statements={s.id: s for b in kept for s in b.statements},
        events={e.id: e for b in kept for e in b.events},
        copies=copies,
    )
