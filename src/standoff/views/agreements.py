"""Keep the ledger of agreements: who invokes which clause, who is said to break it, and who denies that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from standoff.model.agreement import Agreement
from standoff.model.clock import Interval
from standoff.store import tables as t
from standoff.store.batches import batches
from standoff.views.incidents import interval_of


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one line of the ledger with the words it rests on."""

    id: str
    relation: str
    clause: str | None
    voice: str
    accused: str | None
    said: Interval | None
    published: Interval | None
    document: str
    publisher: str | None
    statement: str | None
    quote: str
    incidents: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Hold one agreement with the lines about it, in order of being said."""

    id: str
    name: str
    agreement: Agreement | None
    entries: tuple[Entry, ...]

    def clause_text(self, clause: str | None) -> str | None:
        """Return what a clause says, retold, or nothing."""
        clauses = self.agreement.clauses if self.agreement else ()
        return next((item.text for item in clauses if item.id == clause), None)


def ledgers(
    connection: Connection, agreements: Mapping[str, Agreement], incident: str | None = None
) -> tuple[Ledger, ...]:
    """Return a ledger for each agreement that is spoken of, in the whole record or in one incident."""
    about = _incidents(connection, incident)
    entries: dict[str, list[Entry]] = {}
    for row in connection.execute(_query(incident)):
        entries.setdefault(row.agreement, []).append(_entry(row, tuple(about.get(row.statement, ()))))
    return tuple(_ledger(key, agreements.get(key), tuple(found)) for key, found in sorted(entries.items()))


def ledgers_of(connection: Connection, agreements: Mapping[str, Agreement], ids: Sequence[str]) -> tuple[Ledger, ...]:
    """Return ledgers of some links only, by their ids."""
    a = t.agreement_links.c
    found = [row for batch in batches(ids) for row in connection.execute(_query(None).where(a.id.in_(batch)))]
    about = _named(connection, select(a.statement).where(a.id.in_(ids)))
    entries: dict[str, list[Entry]] = {}
    for row in found:
        entries.setdefault(row.agreement, []).append(_entry(row, tuple(about.get(row.statement, ()))))
    return tuple(_ledger(key, agreements.get(key), tuple(lines)) for key, lines in sorted(entries.items()))


def _told_in(incident: str) -> Select[Any]:
    """Select the statements that tell of an incident."""
    e, member = t.events.c, t.incident_events.c
    return select(e.statement).join(t.incident_events, member.event == e.id).where(member.incident == incident)


def _query(incident: str | None) -> Select[Any]:
    """Select the links with their voices and dates, all or those of one incident's statements."""
    a, s, d, dated = t.agreement_links.c, t.statements.c, t.documents.c, t.datings.c
    said = func.coalesce(s.said_earliest, dated.published_earliest, d.published_earliest)
    query = (
        select(
            *(a.id, a.agreement, a.relation, a.clause, a.accused_name, a.document, a.statement, a.body),
            *(s.principal_name, s.source_name, s.said_earliest, s.said_latest, s.said_basis),
            func.coalesce(d.publisher, d.agency).label("publisher"),
            func.coalesce(dated.published_earliest, d.published_earliest).label("published_earliest"),
            func.coalesce(dated.published_latest, d.published_latest).label("published_latest"),
            func.coalesce(dated.published_basis, d.published_basis).label("published_basis"),
        )
        .select_from(t.agreement_links)
        .join(t.documents, d.id == a.document)
        .outerjoin(t.statements, s.id == a.statement)
        .outerjoin(t.datings, dated.document == d.id)
        .order_by(a.agreement, said.is_(None), said, a.document, a.id)
    )
    return query if incident is None else query.where(a.statement.in_(_told_in(incident)))


def _incidents(connection: Connection, incident: str | None) -> dict[str, list[tuple[str, str]]]:
    """Return, by statement that speaks of an agreement, short id and label of the incidents it tells of."""
    return _named(connection, _told_in(incident) if incident else None)


def _named(connection: Connection, statements: Select[Any] | None) -> dict[str, list[tuple[str, str]]]:
    """Return, by statement, id and short id of the incidents it tells of, of all statements or of those selected."""
    a, e, member, i = t.agreement_links.c, t.events.c, t.incident_events.c, t.incidents.c
    query = (
        select(a.statement, i.id, i.short_id)
        .distinct()
        .join(t.events, e.statement == a.statement)
        .join(t.incident_events, member.event == e.id)
        .join(t.incidents, i.id == member.incident)
        .order_by(a.statement, i.short_id)
    )
    if statements is not None:
        query = query.where(a.statement.in_(statements))
    found: dict[str, list[tuple[str, str]]] = {}
    for statement, key, short in connection.execute(query):
        found.setdefault(statement, []).append((key, short))
    return found


def _entry(row: Any, incidents: tuple[tuple[str, str], ...]) -> Entry:
    """Return the entry of one row."""
    evidence = row.body.get("evidence") or []
    voice = row.principal_name or row.source_name or ("unnamed source" if row.statement else row.publisher)
    return Entry(
        id=row.id,
        relation=row.relation,
        clause=row.clause,
        voice=voice or "outlet not reported",
        accused=row.accused_name,
        said=interval_of(row, "said"),
        published=interval_of(row, "published"),
        document=row.document,
        publisher=row.publisher,
        statement=row.statement,
        quote=max((words for _, _, _, words in evidence), key=len, default=""),
        incidents=incidents,
    )


def _ledger(key: str, agreement: Agreement | None, entries: tuple[Entry, ...]) -> Ledger:
    """Return one agreement's ledger; one that the codebook no longer holds is shown by its id."""
    return Ledger(key, agreement.name if agreement else key, agreement, entries)
