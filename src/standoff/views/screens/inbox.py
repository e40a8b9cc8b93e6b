"""Shape the inbox: documents in order of arrival, each with what it adds to the incidents it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from standoff.model.claim import LOSSES, OCCURRED
from standoff.store import tables as t
from standoff.store.batches import batches
from standoff.values.numerals import amount
from standoff.views.dossier import headings
from standoff.views.screens.paging import Part, Sorted, paged, part
from standoff.views.screens.reading import Reading
from standoff.views.screens.rows import document_row
from standoff.views.screens.shapes_record import InboxRow, News
from standoff.views.wording import is_plural, with_article

NUMBERS = frozenset({*LOSSES, "troops", "distance", "area", "duration", "money", "equipment"})
_COUNTS = frozenset({*LOSSES, "troops", "equipment"})
_COPIED = 0.5  # share of a text found in an earlier one, from which it is said to repeat it
_MOST = 12  # incidents named for one document
_VERBS = {"asserts": ("says so", "say so"), "denies": ("denies it", "deny it")}  # of one, of many


Figure = tuple[float | None, float | None] | str  # what a figure says: bounds of a number of people or things


@dataclass(slots=True)
class _Told:
    """Gather what documents say of one incident, in order of arrival: who stands where, and which figures are given."""

    positions: set[tuple[str, str]] = field(default_factory=set)
    figures: dict[str, dict[Figure, str]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)


def inbox(connection: Connection, reading: Reading, page: tuple[str | None, int]) -> Part[InboxRow]:
    """Return one page of the inbox, the last to arrive first."""
    cursor, limit = page
    d, sums, failed = t.documents.c, t.document_sums.c, t.failures.c
    query = select(d.id, d.number, d.recorded, failed.step, failed.reason).outerjoin(
        t.failures, failed.document == d.id
    )
    if reading.known.day:
        query = query.join(t.document_sums, sums.document == d.id)
        query = query.where(sums.day != "", sums.day <= reading.known.day)
    found = part(connection.execute(paged(query, (Sorted(d.number, True),), cursor, limit)).all(), limit, "number")
    held = headings(connection, ids := [row.id for row in found.rows])
    news = _news(connection, {row.id: row.number for row in found.rows})
    rows = [
        InboxRow(
            document=document_row(held[row.id]),
            recorded=row.recorded,
            news=tuple(_repeated(news.get(row.id, []), held[row.id].share)),
            failure=f"{row.step}: {row.reason}" if row.step else None,
        )
        for row in found.rows
    ]
    assert len(rows) == len(ids)
    return Part(rows, found.next)


def _repeated(news: Sequence[News], share: float) -> Iterable[News]:
    """Yield news; what a copy adds nothing to is repeated."""
    for item in news:
        plain = item.effect == "adds_detail" and share >= _COPIED
        yield News(item.incident, item.short_id, item.label, "repeats", (), item.statements) if plain else item


def _news(connection: Connection, numbers: Mapping[str, int]) -> dict[str, list[News]]:
    """Return what some documents add to their incidents, against what arrived before them."""
    e, member, i = t.events.c, t.incident_events.c, t.incidents.c
    query = (
        select(e.document, e.statement, i.id, i.short_id, i.label, i.documents_count)
        .distinct()
        .join(t.incident_events, member.event == e.id)
        .join(t.incidents, i.id == member.incident)
        .where(e.document.in_(list(numbers)))
        .order_by(e.document, i.documents_count.desc(), i.id, e.statement)
    )
    told: dict[tuple[str, str], list[Any]] = {}
    for row in connection.execute(query):
        told.setdefault((row.document, row.id), []).append(row)
    claims = _claims(connection, {incident for _, incident in told})
    found: dict[str, list[News]] = {}
    for (document, incident), rows in told.items():
        held = found.setdefault(document, [])
        if len(held) < _MOST:
            held.append(_one(rows, claims.get(incident, []), document, numbers[document]))
    return found


def _claims(connection: Connection, incidents: set[str]) -> dict[str, list[Any]]:
    """Return the claims of some incidents with the order in which their documents arrived."""
    c, d = t.claims.c, t.documents.c
    found: dict[str, list[Any]] = {}
    for batch in batches(sorted(incidents)):
        query = (
            select(c.incident, c.slot, c.value_text, c.polarity, c.principal_name, c.source_name, c.document, d.number)
            .join(t.documents, d.id == c.document)
            .where(c.incident.in_(batch), (c.slot == OCCURRED) | c.slot.in_(sorted(NUMBERS)))
            .order_by(d.number, c.id)
        )
        for row in connection.execute(query):
            found.setdefault(row.incident, []).append(row)
    return found


def _one(rows: Sequence[Any], claims: Sequence[Any], document: str, number: int) -> News:
    """Say what one document adds to one incident."""
    first = rows[0]
    statements = tuple(dict.fromkeys(row.statement for row in rows if row.statement))
    before, here = _gather(c for c in claims if c.number < number), _gather(c for c in claims if c.document == document)
    positions = sorted(here.positions - before.positions)
    numbers = [_changed(slot, held, before) for slot, held in sorted(here.figures.items())]
    numbers = [words for words in numbers if words]
    if first.documents_count == 1 or not before.documents:
        effect = "opens"
    elif positions:
        effect = "adds_position"
    elif numbers:
        effect = "changes_number"
    else:
        effect = "adds_detail" if _more(here, before) else "repeats"
    said = [f"{name} {_VERBS[polarity][is_plural(name)]}" for name, polarity in positions]
    return News(first.id, first.short_id, first.label, effect, (*said, *numbers), statements)


def _changed(slot: str, held: Mapping[Figure, str], before: _Told) -> str:
    """Say which figures of a kind are others than those given before; nothing where none was, or none is another."""
    known = before.figures.get(slot, {})
    new = sorted(words for key, words in held.items() if key not in known)
    return (
        f"{slot.replace('_', ' ')}: {', '.join(new)} (before: {', '.join(sorted(known.values()))})"
        if known and new
        else ""
    )


def _more(here: _Told, before: _Told) -> bool:
    """Tell whether a document gives a figure of a kind that none before it gave."""
    return bool(here.figures.keys() - before.figures.keys())


def _gather(claims: Iterable[Any]) -> _Told:
    """Gather positions and figures."""
    told = _Told()
    for row in claims:
        told.documents.add(row.document)
        name = row.principal_name or row.source_name
        if row.slot == OCCURRED and name and row.polarity != "open":
            told.positions.add((with_article(name), row.polarity))
        elif row.slot in NUMBERS and row.value_text:
            told.figures.setdefault(row.slot, {}).setdefault(
                _figure(row.slot, row.value_text), row.value_text.casefold()
            )
    return told


def _figure(slot: str, words: str) -> Figure:
    """Return what a figure says, whatever noun stands with it: '14 lorries' is what '14 grain lorries' is."""
    found = amount(words) if slot in _COUNTS else None
    return (found.low, found.high) if found is not None else words.casefold()
