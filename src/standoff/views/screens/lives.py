"""Lay out what one party said, did and had done to it, by the days on which that was told, the last first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, func, literal, select, union_all

from standoff.store import tables as t
from standoff.store.batches import batches
from standoff.values.sentences import sentences
from standoff.views.dossier import headings
from standoff.views.incidents import interval_of
from standoff.views.reader import bodies
from standoff.views.screens.drawer import incidents_of, sentence_at
from standoff.views.screens.paging import Part, read_cursor, write_cursor
from standoff.views.screens.parties import in_days
from standoff.views.screens.reading import Reading
from standoff.views.screens.shapes import when
from standoff.views.screens.shapes_party import LifeRow
from standoff.views.wording import published_words

Role = Literal["said", "did", "undergone"]
_OTHER = {"did": "recipient", "undergone": "actor"}
_DENIED = "-"  # what the factuality of a denied event ends with


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold which part of a party's life is asked for: days of publication, a role, where a page begins."""

    first: str | None = None
    last: str | None = None
    cursor: str | None = None
    limit: int = 50
    role: Role | None = None


def life(connection: Connection, key: str, reading: Reading, asked: Stretch) -> Part[LifeRow]:
    """Return one page of what a party said, did and had done to it; what is undated is counted only, by `days_of`."""
    day, skipped = _begins(asked.cursor)
    days, more = _chosen(connection, key, reading, asked, day)
    found = (row for row in _told(connection, key, days) if asked.role in {None, row.role})
    place = {day: number for number, day in enumerate(days)}
    told = sorted(found, key=lambda row: (place[row.day], row.document, row.start, row.id))
    ends = skipped + asked.limit
    page, left = told[skipped:ends], told[ends:]
    goes_on = left[0].day if left else days[-1] if more else None
    shown = sum(row.day == goes_on for row in told[:ends])
    rows = list(_rows(connection, key, page))
    return Part(rows, write_cursor([goes_on, shown]) if goes_on else None)


def _begins(cursor: str | None) -> tuple[str | None, int]:
    """Return the day a page begins with and how many of its rows were shown before."""
    if cursor is None:
        return None, 0
    day, skipped = read_cursor(cursor, 2)
    return str(day), max(int(skipped) if isinstance(skipped, int | float) else 0, 0)


def _chosen(
    connection: Connection, key: str, reading: Reading, asked: Stretch, day: str | None
) -> tuple[tuple[str, ...], bool]:
    """Return the days, the last first, whose tellings fill a page, and whether there are more."""
    sums = t.party_sums.c
    told = {"said": sums.speaks, "did": sums.acts, "undergone": sums.undergoes}
    number = told[asked.role] if asked.role else sum(told.values(), literal(0))
    query = select(sums.day, number.label("told"))
    query = query.where(sums.party == key, sums.day != "", number > 0, *in_days(sums.day, reading.known))
    bounds = ((asked.first, sums.day.__ge__), (asked.last, sums.day.__le__), (day, sums.day.__le__))
    query = query.where(*(bounded(bound) for bound, bounded in bounds if bound))
    chosen: list[str] = []
    held = 0
    for row in connection.execute(query.order_by(sums.day.desc())):
        if held > asked.limit and len(chosen) > 1:  # the first day may have been shown in part
            return tuple(chosen), True
        chosen.append(row.day)
        held += row.told
    return tuple(chosen), False


def _told(connection: Connection, key: str, days: Sequence[str]) -> Iterator[Any]:
    """Yield statements and events of a party in the documents of some days that name it."""
    sums, named = t.document_sums.c, t.document_parties.c
    told = select(sums.document, sums.day).join(t.document_parties, named.document == sums.document)
    told = told.where(sums.day.in_(days), named.party == key)
    dated = {row.document: row.day for row in connection.execute(told)}
    for batch in batches(sorted(dated)):
        yield from (_Told(dated[row.document], *row) for row in connection.execute(_tellings(key, batch)))


@dataclass(frozen=True, slots=True)
class _Told:
    """Hold one telling: its day, and the columns of `_tellings`."""

    day: str
    role: Role
    id: str
    document: str
    statement: str | None
    start: int
    what: str
    denied: bool
    when_earliest: str | None
    when_latest: str | None
    when_basis: str | None


def _tellings(key: str, documents: Sequence[str]) -> Select[Any]:
    """Select what a party said, did and had done to it in some documents."""
    s, e, a = t.statements.c, t.events.c, t.arguments.c
    filled = func.coalesce(a.party, "")  # an expression: the index of parties would lead through all a party ever did
    said = select(
        literal("said").label("role"),
        s.id,
        s.document,
        s.id.label("statement"),
        s.start,
        s.act.label("what"),
        (s.polarity == "denies").label("denied"),
        *_clock(s, "said"),
    ).where(s.document.in_(documents), (s.source_party == key) | (s.principal_party == key))
    done = (
        select(
            literal(role).label("role"),
            e.id,
            e.document,
            e.statement,
            e.start,
            e.type.label("what"),
            e.factuality.endswith(_DENIED).label("denied"),
            *_clock(e, "happened"),
        )
        .join(t.arguments, a.event == e.id)
        .where(e.document.in_(documents), filled == key, a.role == named)
        .distinct()
        for role, named in (("did", "actor"), ("undergone", "recipient"))
    )
    return select(union_all(said, *done).subquery())


def _clock(columns: Any, clock: str) -> Iterable[ColumnElement[Any]]:
    """Yield the three columns of a clock under one name."""
    return (getattr(columns, f"{clock}_{part}").label(f"when_{part}") for part in ("earliest", "latest", "basis"))


def _rows(connection: Connection, key: str, told: Sequence[_Told]) -> Iterator[LifeRow]:
    """Yield tellings as shown: the sentence of each, who else took part, and the incident it is of."""
    documents = sorted({row.document for row in told})
    named, texts = headings(connection, documents), bodies(connection, documents)
    cut = {document: sentences(body.text) for document, body in texts.items()}
    about = incidents_of(connection, dict.fromkeys(row.id for row in told))
    others = _others(connection, [row.id for row in told if row.role in _OTHER])
    for row in told:
        yield LifeRow(
            role=row.role,
            id=row.id,
            day=row.day,
            when=when(interval_of(row, "when")),
            what=row.what.replace("_", " "),
            denied=bool(row.denied),
            sentence=sentence_at(texts[row.document], cut[row.document], row.start),
            others=tuple(n for p, n in others.get((row.id, _OTHER.get(row.role, "")), ()) if p != key),
            document=row.document,
            outlet=named[row.document].outlet,
            published=published_words(named[row.document].published),
            statement=row.statement,
            incident=next(iter(about.get(row.id, ())), None),
        )


def _others(connection: Connection, events: Sequence[str]) -> Mapping[tuple[str, str], list[tuple[str | None, str]]]:
    """Return who else takes part in some events, by event and role: id and name."""
    a = t.arguments.c
    query = select(a.event, a.role, a.party, a.name).where(a.role.in_(_OTHER.values()), a.name.is_not(None))
    found: dict[tuple[str, str], list[tuple[str | None, str]]] = {}
    for batch in batches(dict.fromkeys(events)):
        for row in connection.execute(query.where(a.event.in_(batch)).order_by(a.event, a.position)):
            found.setdefault((row.event, row.role), []).append((row.party, row.name))
    return found
