"""Shape what leaves the house as JSON by path: only rows that may be shown, no reviewer's name, reason or note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sqlalchemy import Connection

from standoff.codebook.publishers import PublisherBook
from standoff.exporting.selection import Selection
from standoff.model.annotation import Attribute
from standoff.model.decision import Verdicts
from standoff.reviewing.anchoring import Anchored
from standoff.views.books import Books
from standoff.views.dossier import Heading, headings
from standoff.views.known import EVER, Known
from standoff.views.screens import agreements, brief, lives, parties, sources
from standoff.views.screens.cards import incident_cards
from standoff.views.screens.documents import reader_page
from standoff.views.screens.drawer import event_rows, similar_rows
from standoff.views.screens.incident import incident_page
from standoff.views.screens.listing import Filters
from standoff.views.screens.paging import Part
from standoff.views.screens.reading import Reading
from standoff.views.screens.record import record_page
from standoff.views.screens.related import related_rows
from standoff.views.screens.rows import document_row
from standoff.views.screens.said import said_in
from standoff.views.screens.shapes import DocumentRow, IncidentRow
from standoff.views.screens.shapes_incident import AgreementBand, IncidentPage, LedgerRow
from standoff.views.screens.shapes_party import ActorRow
from standoff.views.screens.shapes_record import (
    AgreementPage,
    AgreementRow,
    ReaderPage,
    SourcePage,
    SourceRow,
)

Row = TypeVar("Row")
Leaf = tuple[str, object]  # a path such as `incidents/vanab-vomib`, and what is shown there
_PAGE = 200
_BUSIEST = 500  # parties that get a page of their own
_LAST = 60  # lines of a party's life that are published
_UNGRADED = sources.Grades()


@dataclass(frozen=True, slots=True)
class Leaving:
    """Hold what to publish: the rows, the books they are read with, and the title."""

    selection: Selection
    books: Books
    publishers: PublisherBook
    title: str
    corrections: Mapping[str, Mapping[str, Attribute]] = field(default_factory=dict)
    log: tuple[Anchored, ...] = ()  # of which only relations between incidents leave, without who decided and why

    @property
    def verdicts(self) -> Verdicts:
        """Return what reviewers decided, without who did."""
        return Verdicts(states=self.selection.states, corrections=self.corrections)


def leaves(connection: Connection, leaving: Leaving) -> Iterator[Leaf]:
    """Yield what every screen of a published record shows, the record itself last, when its counts are known."""
    reading = Reading(leaving.books, leaving.verdicts, EVER, leaving.selection.keeps)
    shown: list[IncidentRow] = []
    dated: dict[str, list[str]] = {}
    cited: set[str] = set()
    for key in [entry.incident.id for entry in leaving.selection.entries(connection)]:
        cards = incident_cards(connection, key, reading, None)
        told = {card.document for card in cards.cards.values()}
        page = _kept(incident_page(connection, key, reading), leaving.selection, told)
        shown.append(page.incident)
        cited |= told
        yield f"incidents/{page.incident.short_id}/cards", cards
        yield from _incident(connection, page, reading)
        related = related_rows(connection, key, leaving.log, reading)
        yield f"incidents/{page.incident.short_id}/related", [replace(row, decision="") for row in related]
        dated[page.incident.short_id] = _days(page.documents)
        for day in dated[page.incident.short_id]:
            then = _kept(incident_page(connection, key, replace(reading, known=Known(day))), leaving.selection, told)
            yield f"incidents/{page.incident.short_id}@{day}", then
    yield "incidents", shown
    kept = leaving.selection.headings(headings(connection), cited)
    yield "documents", [document_row(heading) for heading in kept.values()]
    statements = 0
    for path, document in _documents(connection, kept, shown, reading):
        statements += len(document.notes)
        yield path, document
    yield "said", said_in(connection, kept.values(), leaving.selection.keeps)
    yield from _agreements(connection, reading, shown)
    yield "briefing", brief.briefing(connection, reading, "short", Filters())
    yield from _whole(connection, reading, leaving)
    counts = {"documents": len(kept), "incidents": len(shown), "statements": statements}
    yield "record", _record(connection, leaving, shown, kept, dated) | {"counts": counts}


def _incident(connection: Connection, page: IncidentPage, reading: Reading) -> Iterator[Leaf]:
    """Yield an incident's page and what its drawer opens."""
    name, key = f"incidents/{page.incident.short_id}", page.incident.id
    yield name, page
    yield f"{name}/events", event_rows(connection, key, reading)
    yield f"{name}/similar", [row for row in similar_rows(connection, key, reading) if _reads(reading, row.incident.id)]


def _reads(reading: Reading, key: str) -> bool:
    """Tell whether a row may be shown."""
    return reading.keeps is None or reading.keeps(key)


def _kept(page: IncidentPage, selection: Selection, told: set[str]) -> IncidentPage:
    """Leave out what may not be shown: lines of the drawer, ticks of agreements, documents none of whose words are."""
    documents = tuple(row for row in page.documents if selection.unreviewed or row.id in told)
    return replace(
        page,
        incident=replace(page.incident, documents=len(documents), origins=min(page.incident.origins, len(documents))),
        documents=documents,
        agreements=tuple(row for row in page.agreements if selection.keeps(row.id)),
        contacts=tuple(row for row in page.contacts if selection.keeps(row.incident)),
        casualties={
            slot: kept
            for slot, rows in page.casualties.items()
            if (kept := tuple(row for row in rows if selection.keeps(row.statement or row.claim)))
        },
        timeline=replace(
            page.timeline, agreements=tuple(b for a in page.timeline.agreements if (b := _band(a, selection)).ticks)
        ),
    )


def _band(band: AgreementBand, selection: Selection) -> AgreementBand:
    """Leave out ticks that rest on words that may not be shown."""
    return replace(band, ticks=tuple(tick for tick in band.ticks if tick.statement and selection.keeps(tick.statement)))


def _days(documents: Iterable[DocumentRow]) -> list[str]:
    """Return the days on which less was known of an incident than at last."""
    days = {(row.published.latest or row.published.earliest or "")[:10] for row in documents if row.published}
    return sorted(days - {""})[:-1]


def _documents(
    connection: Connection, kept: Mapping[str, Heading], shown: Sequence[IncidentRow], reading: Reading
) -> Iterator[tuple[str, ReaderPage]]:
    """Yield whole documents with the marks and notes that may be shown."""
    incidents = {row.id for row in shown}
    for key in kept:
        page = reader_page(connection, key, reading)
        notes = tuple(note for note in page.notes if _reads(reading, note.id))
        told = {note.id for note in notes}
        yield f"documents/{key}", _document(page, told, incidents, set(kept))


def _document(page: ReaderPage, told: set[str], incidents: set[str], documents: set[str]) -> ReaderPage:
    """Leave out of a document's page what does not leave the house."""
    return replace(
        page,
        marks=tuple(mark for mark in page.marks if mark.statement in told),
        notes=tuple(
            replace(note, incidents=tuple(i for i in note.incidents if i[0] in incidents))
            for note in page.notes
            if note.id in told
        ),
        incidents=tuple(found for found in page.incidents if found[0] in incidents),
        copies=tuple(copy for copy in page.copies if copy[0] in documents),
        seen_at=(),
    )


def _agreements(connection: Connection, reading: Reading, shown: Sequence[IncidentRow]) -> Iterator[Leaf]:
    """Yield the ledgers, counted from the entries that may be shown."""
    incidents = {row.id for row in shown}
    listed: list[AgreementRow] = []
    for row in agreements.agreements(connection, reading, agreements.Span()):
        page = agreements.agreement_page(connection, row.id, reading, agreements.Span())
        entries = tuple(
            replace(e, incidents=tuple(i for i in e.incidents if i[0] in incidents))
            for e in page.entries
            if _reads(reading, e.id)
        )
        if entries:
            counted = replace(page.agreement, relations=dict(Counter(e.relation for e in entries)), before={})
            listed.append(counted)
            yield f"agreements/{row.id}", _ledger(page, counted, entries)
    yield "agreements", listed


def _ledger(page: AgreementPage, row: AgreementRow, entries: Sequence[LedgerRow]) -> AgreementPage:
    """Return a ledger of some entries; its clauses are counted again."""
    by_clause: dict[str | None, Counter[str]] = {}
    for entry in entries:
        by_clause.setdefault(entry.clause, Counter())[entry.relation] += 1
    clauses = tuple(replace(c, relations=dict(by_clause.get(c.id, {})), before={}) for c in page.clauses)
    accused = Counter((e.accused, e.voice) for e in entries if e.accused)
    return replace(
        page,
        agreement=row,
        entries=tuple(entries),
        clauses=clauses,
        accused=tuple((who, by, number) for (who, by), number in accused.items() if who),
    )


def _whole(connection: Connection, reading: Reading, leaving: Leaving) -> Iterator[Leaf]:
    """Yield parties, network and outlets; they count all rows, so they leave only where all rows may."""
    if not leaving.selection.unreviewed:
        return
    actors: list[ActorRow] = _all(lambda cursor: parties.actors(connection, reading, None, None, (cursor, _PAGE)))
    yield "actors", actors
    for row in actors[:_BUSIEST]:
        yield f"actors/{row.id}", parties.actor_page(connection, row.id, reading)
        told = lives.life(connection, row.id, reading, lives.Stretch(limit=_LAST))
        yield f"life/{row.id}", [line for line in told.rows if _reads(reading, line.id)]
    yield from _network(connection, reading)
    shelf = sources.Shelf(leaving.publishers, _UNGRADED, EVER, reading.books.parties)
    outlets: list[SourceRow] = _all(lambda cursor: sources.sources(connection, shelf, None, (cursor, _PAGE)))
    yield "sources", outlets
    for outlet in outlets:
        page: SourcePage = sources.source_page(connection, outlet.id, shelf)
        yield f"sources/{outlet.id}", page


def _network(connection: Connection, reading: Reading) -> Iterator[Leaf]:
    """Yield the network, and the words behind each of its lines."""
    network = parties.network(connection, reading, parties.Asked())
    yield "network", network
    for actor, recipient in dict.fromkeys((edge.actor, edge.recipient) for edge in network.edges):
        found = parties.tellings(connection, reading, actor, recipient, None)
        kept = [row for row in found if all(_reads(reading, key) for key in (row.event, row.statement) if key)]
        yield f"network/edge/{actor}→{recipient}", kept


def _all(ask: Callable[[str | None], Part[Row]]) -> list[Row]:
    """Return all rows of a list that comes in pages."""
    found: list[Row] = []
    cursor: str | None = None
    while True:
        part = ask(cursor)
        found += part.rows
        cursor = part.next
        if cursor is None:
            return found


def _record(
    connection: Connection,
    leaving: Leaving,
    shown: Sequence[IncidentRow],
    kept: Mapping[str, Heading],
    dated: Mapping[str, Sequence[str]],
) -> dict[str, object]:
    """Return the overview with the counts of what leaves, and on which days each incident looked otherwise."""
    page = record_page(connection, leaving.books, {}, leaving.title)
    days = Counter(day[:10] for h in kept.values() if (day := h.published.latest or h.published.earliest))
    return {
        "title": page.title,
        "version": page.version,
        "status": dict(Counter(row.status for row in shown)),
        "days": [{"day": day, "documents": number} for day, number in sorted(days.items())],
        "undated": sum(not h.published.known for h in kept.values()),
        "last_recorded": page.last_recorded,
        "signs": page.signs,
        "status_words": page.status_words,
        "kind_words": page.kind_words,
        "slots": page.slots,
        "choices": {"templates": ["short"]},
        "boundaries": page.boundaries,
        "selection": leaving.selection.words,
        "left_out": leaving.selection.left_out,
        "screens": _screens(leaving.selection.unreviewed),
        "dated": dated,
    }


def _screens(everything: bool) -> list[str]:
    """Return the screens a published record has."""
    return [
        "incidents",
        "agreements",
        *(["actors", "sources"] if everything else []),
        "documents",
        "search",
        "briefing",
    ]
