"""Shape views into what the single page shows: incidents with anchors, cards and charts, and whole documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import urlsplit

from sqlalchemy import Connection, select

from standoff.exporting.axis import Chart, chart
from standoff.exporting.sketch import Sketch, sketch
from standoff.model.ids import speakable
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.store import rows
from standoff.store import tables as t
from standoff.store.swaps import batches
from standoff.views.agreements import Entry as LedgerEntry
from standoff.views.agreements import Ledger, ledgers
from standoff.views.books import Books
from standoff.views.casualties import Figure, by_slot, figures
from standoff.views.differences import Difference, differences
from standoff.views.dossier import Dossier, Heading, dossier
from standoff.views.incidents import Entry
from standoff.views.map import Location, locations
from standoff.views.matrix import Cell, Matrix, matrix
from standoff.views.network import Contact, contacts
from standoff.views.reader import Card, Sheet, bodies, card, claim_card, crumbs, sheets
from standoff.views.summary import Clause, clauses
from standoff.views.timeline import timeline

T = TypeVar("T")
_SIDE_BY_SIDE = 4  # cards that a reader can compare at a glance
Keep = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Hold all that is shown of one incident; `cards` are by the id of the statement or claim they show."""

    entry: Entry
    anchor: str
    matrix: Matrix
    clauses: tuple[Clause, ...]
    cards: Mapping[str, Card]
    differences: tuple[Difference, ...]
    chart: Chart | None
    locations: tuple[Location, ...]
    sketch: Sketch | None
    contacts: tuple[Contact, ...]
    ledgers: tuple[Ledger, ...]
    figures: Mapping[str, list[Figure]]
    documents: tuple[Heading, ...]

    def card_anchor(self, key: str) -> str:
        """Return the anchor of the card that shows a statement or claim."""
        return f"{self.anchor}.{speakable(key)}"

    def behind(self, cell: Cell | Clause) -> tuple[str, ...]:
        """Return the cards behind a cell or clause, each once: its statements, then what outlets say themselves."""
        return tuple(key for key in (*cell.statements, *cell.claims) if key in self.cards)

    def card_of(self, difference: Difference) -> tuple[str, ...]:
        """Return cards that show a discrepancy's accounts: one for each side, or several of one side that differ."""
        first = {(a.side, a.claim.polarity): a.claim for a in reversed(difference.accounts)}
        chosen = [first[a.side, a.claim.polarity] for a in difference.accounts]
        if len(first) < 2:
            chosen = [a.claim for a in difference.accounts]
        keys = dict.fromkeys(claim.statement or claim.id for claim in chosen)
        return tuple(key for key in keys if key in self.cards)[:_SIDE_BY_SIDE]


@dataclass(frozen=True, slots=True)
class Note:
    """Hold what is said beside a document of one of its statements."""

    number: int
    crumbs: tuple[str, ...]
    act: str
    polarity: str
    hedge: bool
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Hold a whole document with notes on its statements by id."""

    sheet: Sheet
    anchor: str
    notes: Mapping[str, Note]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Hold what is selected once for all incidents, by incident id."""

    contacts: Mapping[str, tuple[Contact, ...]]
    figures: Mapping[str, tuple[Figure, ...]]
    ledgers: tuple[Ledger, ...]
    spoken: Mapping[str, tuple[Ledger, ...]]


def document_anchor(key: str) -> str:
    """Return the anchor of a document."""
    return f"doc.{speakable(key)}"


def gather(connection: Connection, books: Books, keep: Keep) -> Gathered:
    """Select contacts, figures and ledgers once; what is not kept is left out."""
    found = tuple(f for f in figures(connection) if keep(f.statement or f.claim))
    met = tuple(c for c in contacts(connection) if keep(c.incident))
    kept = (
        replace(b, entries=tuple(e for e in b.entries if keep(e.id))) for b in ledgers(connection, books.agreements)
    )
    spoken = tuple(ledger for ledger in kept if ledger.entries)
    return Gathered(
        _grouped(met, lambda c: c.incident),
        _grouped(found, lambda f: f.incident),
        spoken,
        _by_incident(spoken),
    )


def _by_incident(found: Iterable[Ledger]) -> dict[str, tuple[Ledger, ...]]:
    """Return, by incident, the ledgers with the entries that tell of it."""
    parts: defaultdict[str, list[Ledger]] = defaultdict(list)
    for ledger in found:
        entries: defaultdict[str, list[LedgerEntry]] = defaultdict(list)
        for entry in ledger.entries:
            for key, _ in entry.incidents:
                entries[key].append(entry)
        for key, told in entries.items():
            parts[key].append(replace(ledger, entries=tuple(told)))
    return {key: tuple(ledgers_) for key, ledgers_ in parts.items()}


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    """Group items by a key, in order."""
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}


def incident_page(connection: Connection, entry: Entry, books: Books, given: Gathered, keep: Keep) -> IncidentPage:
    """Shape one incident."""
    found = kept_only(dossier(connection, entry.incident.id, books.parties), keep)
    laid = matrix(found, books.slots)
    key = entry.incident.id
    placed = locations(found)
    return IncidentPage(
        entry=entry,
        anchor=entry.incident.short_id,
        matrix=laid,
        clauses=clauses(laid),
        cards=_cards(connection, found, laid),
        differences=differences(found),
        chart=chart(timeline(found, laid.sides)),
        locations=placed,
        sketch=sketch(placed),
        contacts=given.contacts.get(key, ()),
        ledgers=given.spoken.get(key, ()),
        figures=by_slot(given.figures.get(key, ())),
        documents=tuple(h for h in found.documents.values() if h.id in set(entry.incident.documents)),
    )


def kept_only(found: Dossier, keep: Keep) -> Dossier:
    """Leave out statements, claims and discrepancies that are not kept, and what rests on them."""
    statements = {key: s for key, s in found.statements.items() if keep(key)}
    positions = (
        replace(p, statements=tuple(s for s in p.statements if s in statements)) for p in found.incident.parties
    )
    claims = tuple(c for c in found.claims if keep(c.id) or (c.statement is not None and c.statement in statements))
    return replace(
        found,
        incident=replace(found.incident, parties=tuple(p for p in positions if p.statements)),
        events={
            k: e for k, e in found.events.items() if keep(k) or (e.statement is not None and e.statement in statements)
        },
        statements=statements,
        claims=claims,
        discrepancies=tuple(
            d for d in found.discrepancies if keep(d.id) and {c.id for c in claims}.issuperset(d.claims)
        ),
        links=tuple(a for a in found.links if keep(a.id)),
    )


def _cards(connection: Connection, found: Dossier, laid: Matrix) -> dict[str, Card]:
    """Show every statement and every outlet's own claim that a cell of the matrix or a discrepancy cites."""
    cited = {key for line in laid.lines for cell in line.cells.values() for key in cell.statements}
    compared = {key for difference in found.discrepancies for key in difference.claims}
    cited |= {c.statement for c in found.claims if c.id in compared and c.statement}
    own = [c for c in found.claims if c.statement is None]
    statements = [s for s in found.statements.values() if s.id in cited]
    found_bodies = bodies(connection, {*(s.document for s in statements), *(c.document for c in own)})
    evidence: defaultdict[str, list[Span]] = defaultdict(list)
    for claim in found.claims:
        if claim.statement and claim.incident == found.incident.id:
            evidence[claim.statement].append(claim.quote)
    shown = {
        s.id: card(s, found.documents[s.document], found_bodies[s.document], found.book, evidence[s.id])
        for s in statements
    }
    return shown | {c.id: claim_card(c, found.documents[c.document], found_bodies[c.document]) for c in own}


def document_pages(
    connection: Connection, headings: Mapping[str, Heading], books: Books, keep: Keep, shown: set[str]
) -> Iterator[DocumentPage]:
    """Yield whole documents with numbered statements; `shown` are the incidents that have a page."""
    incidents = _incidents_of(connection, shown)
    for batch in batches(headings):
        told = _statements_of(connection, batch)
        for sheet in sheets(connection, {key: headings[key] for key in batch}):
            kept = [told[key] for key in sheet.statements if key in told and keep(key)]
            notes = {s.id: _note(n, s, books, incidents.get(s.id, ())) for n, s in enumerate(kept, start=1)}
            yield DocumentPage(sheet, document_anchor(sheet.heading.id), notes)


def _note(number: int, statement: Statement, books: Books, incidents: tuple[str, ...]) -> Note:
    """Say what stands beside the text of one statement."""
    act = statement.act.replace("_", " ")
    named = crumbs(statement, books.parties)
    return Note(number, named, act, statement.polarity, statement.hedge, incidents)


def _statements_of(connection: Connection, documents: list[str]) -> dict[str, Statement]:
    """Return the statements of some documents by id."""
    query = select(t.statements.c.body).where(t.statements.c.document.in_(documents))
    return {s.id: s for s in map(rows.STATEMENT.decode, connection.scalars(query))}


def _incidents_of(connection: Connection, shown: set[str]) -> dict[str, tuple[str, ...]]:
    """Return, by statement, the short ids of the incidents it tells of."""
    e, member = t.events.c, t.incident_events.c
    query = (
        select(e.statement, member.incident)
        .distinct()
        .join(t.incident_events, member.event == e.id)
        .where(e.statement.is_not(None))
        .order_by(e.statement, member.incident)
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for statement, incident in connection.execute(query):
        if incident in shown:
            found[statement].append(speakable(incident))
    return {key: tuple(named) for key, named in found.items()}


def safe_url(url: str | None) -> str | None:
    """Return an address that may be linked to, or nothing: only http and https lead anywhere."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
