"""List documents, and lay one out for the reader with every mark in UTF-16 units, as browsers count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, Connection, func, or_, select, text

from standoff.errors import NotFoundError
from standoff.model.ids import speakable
from standoff.model.statement import Statement
from standoff.reviewing.applying import corrected
from standoff.store import codecs
from standoff.store import tables as t
from standoff.store.sums import outlet
from standoff.views.dossier import Heading, headings
from standoff.views.marking import Mark, utf16
from standoff.views.reader import crumbs, marks_of
from standoff.views.screens.drawer import incidents_of
from standoff.views.screens.paging import Part, Sorted, paged, part
from standoff.views.screens.reading import Reading
from standoff.views.screens.rows import document_row
from standoff.views.screens.shapes import DocumentRow
from standoff.views.screens.shapes_record import Note, ReaderPage, TextBlock, TextMark
from standoff.views.screens.words import match_of
from standoff.views.sides import side_of_statement

Order = Literal["arrival", "published"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Hold what documents are filtered by; `copies` asks for those that repeat others, or for the others."""

    q: str | None = None
    publisher: str | None = None
    language: str | None = None
    first: str | None = None
    last: str | None = None
    copies: bool | None = None


def documents(
    connection: Connection, reading: Reading, filters: Filters, order: Order, page: tuple[str | None, int]
) -> Part[DocumentRow]:
    """Return one page of documents, the last to arrive or to be published first."""
    cursor, limit = page
    d, sums = t.documents.c, t.document_sums.c
    day: ColumnElement[str] = func.coalesce(sums.day, "")
    query = select(d.id, d.number, day.label("day")).outerjoin(t.document_sums, sums.document == d.id)
    if order == "published":
        query = select(d.id, d.number, sums.day.label("day")).join(t.document_sums, sums.document == d.id)
        day = sums.day
    query = query.where(*_conditions(filters, reading, day))
    by = (Sorted(day, True), Sorted(d.id)) if order == "published" else (Sorted(d.number, True), Sorted(d.id))
    keys = ("day" if order == "published" else "number", "id")
    found = part(connection.execute(paged(query, by, cursor, limit)).all(), limit, *keys)
    held = headings(connection, [row.id for row in found.rows])
    plain = filters == Filters() and reading.known.day is None
    total = connection.scalar(select(func.count()).select_from(t.documents)) if plain else None
    return Part([document_row(held[row.id]) for row in found.rows], found.next, total)


def _conditions(filters: Filters, reading: Reading, day: ColumnElement[str]) -> Iterable[ColumnElement[bool]]:
    """Yield the conditions of some filters."""
    d = t.documents.c
    if reading.known.day:
        yield day != ""
        yield day <= reading.known.day
    if filters.first:
        yield day >= filters.first
    if filters.last:
        yield day != ""
        yield day <= filters.last
    if filters.publisher is not None:
        yield or_(d.publisher == filters.publisher, outlet() == filters.publisher)
    if filters.language:
        yield d.language == filters.language
    if filters.copies is not None:
        copied = d.id.in_(select(t.copies.c.document))
        yield copied if filters.copies else ~copied
    match = match_of(filters.q or "")
    if match:
        inside = text("SELECT rowid FROM documents_fts WHERE documents_fts MATCH :match LIMIT 1000")
        yield d.number.in_(inside.bindparams(match=match).columns(t.documents.c.number).scalar_subquery())


def document_of(connection: Connection, key: str, reading: Reading) -> Heading:
    """Return a document's heading; one published after the day asked for is refused as unknown."""
    found = headings(connection, [key])
    if key not in found:
        raise NotFoundError(f"No document of this record has the id {key}.")
    if not reading.known.knows(found[key].published):
        raise NotFoundError(f"The document {key} was not known on {reading.known.day}: ask for a later day.")
    return found[key]


def reader_page(connection: Connection, key: str, reading: Reading) -> ReaderPage:
    """Lay one document out with all marks."""
    heading = document_of(connection, key, reading)
    s, d, b = t.statements.c, t.documents.c, t.blocks.c
    words: str = connection.execute(select(d.text).where(d.id == key)).scalar_one()
    bodies = connection.scalars(select(s.body).where(s.document == key).order_by(s.start, s.id))
    told = [corrected(codecs.STATEMENT.decode(body), reading.verdicts) for body in bodies]
    layout = connection.execute(select(b.kind, b.start, b.stop).where(b.document == key).order_by(b.start)).all()
    marks = [mark for statement in told for mark in marks_of(statement)]
    bounds = [*((row.start, row.stop) for row in layout), *((m.start, m.stop) for m in marks)]
    units = utf16(words, [offset for bound in bounds for offset in bound])
    about = incidents_of(connection, [statement.id for statement in told])
    seen = select(t.sightings.c.path).where(t.sightings.c.document == key).order_by(t.sightings.c.path)
    return ReaderPage(
        document=document_row(heading),
        text=words,
        blocks=tuple(TextBlock(row.kind, units[row.start], units[row.stop]) for row in layout),
        marks=tuple(TextMark(m.owner, m.kind, units[m.start], units[m.stop]) for m in sorted(marks, key=_in_text)),
        notes=_notes(told, units, about, reading),
        incidents=tuple(dict.fromkeys(found for group in about.values() for found in group)),
        copies=_copies(connection, key),
        seen_at=tuple(dict.fromkeys(path.rsplit("/", 1)[-1] for path in connection.scalars(seen))),
    )


def _in_text(mark: Mark) -> tuple[int, int, str]:
    """Order marks as they stand in a text."""
    return mark.start, mark.stop, mark.kind


def _notes(
    told: Sequence[Statement],
    units: Mapping[int, int],
    about: Mapping[str, Sequence[tuple[str, str, str]]],
    reading: Reading,
) -> tuple[Note, ...]:
    """Return what stands beside the text, one note a statement."""
    book = reading.books.parties
    return tuple(
        Note(
            id=s.id,
            short_id=speakable(s.id),
            number=number,
            start=units[(s.content or s.cue)[0].start] if s.content or s.cue else 0,
            crumbs=crumbs(s, book),
            side=side_of_statement(s, book).key,
            act=s.act,
            act_words=s.act.replace("_", " "),
            negated_act=s.negated_act,
            polarity=s.polarity,
            hedge=s.hedge,
            channel=s.channel,
            parent=s.parent,
            incidents=tuple(about.get(s.id, ())),
            state=reading.states.get(s.id),
        )
        for number, s in enumerate(told, start=1)
    )


def _copies(connection: Connection, key: str) -> tuple[tuple[str, str, float], ...]:
    """Return the documents that this one repeats or that repeat it: which way, id and share."""
    c = t.copies.c
    query = select(c.document, c.copy_of, c.share).where((c.document == key) | (c.copy_of == key))
    rows_ = connection.execute(query.order_by(c.share.desc())).all()
    return tuple(
        ("repeats", row.copy_of, row.share) if row.document == key else ("repeated by", row.document, row.share)
        for row in rows_
    )
