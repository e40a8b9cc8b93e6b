"""Shape outlets: whom they repeat and credit, who repeats them, whom they quote, and the grades people gave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, func, select

from standoff.codebook.parties import PartyBook
from standoff.codebook.publishers import PublisherBook
from standoff.errors import NotFoundError
from standoff.model.decision import Decision
from standoff.reviewing.log import taken_back
from standoff.store import tables as t
from standoff.views.dossier import headings
from standoff.views.known import Known
from standoff.views.screens.paging import Part, Sorted, paged, part
from standoff.views.screens.parties import in_days
from standoff.views.screens.rows import document_row
from standoff.views.screens.shapes_record import OriginLink, SourcePage, SourceRow

UNGRADED = ("F", "6")  # Admiralty: reliability cannot be judged, truth cannot be judged
UNKNOWN = "outlet not reported"
_SHOWN = 50
_COUNTED = 300  # documents of one outlet that quoted sides are counted over


@dataclass(frozen=True, slots=True)
class Grades:
    """Hold the grades in force by outlet: the last that was not taken back, and all that were given."""

    given: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)

    def of(self, publisher: str) -> tuple[str, str, str | None]:
        """Return reliability, credibility, and who set them, when and why; F6 where nobody did."""
        last = self.given.get(publisher, ())[-1:]
        if not last:
            return (*UNGRADED, None)
        entry = last[0]
        why = f": {entry.reason}" if entry.reason else ""
        grade = entry.correction
        return str(grade["reliability"]), str(grade["credibility"]), f"{entry.reviewer}, {entry.recorded[:10]}{why}"

    @property
    def shown(self) -> Mapping[str, str]:
        """Return the grade in force of each outlet that has one, as cards show it."""
        return {name: "".join(self.of(name)[:2]) for name in self.given}


def grades(log: Iterable[Decision]) -> Grades:
    """Gather the grades of a review log."""
    entries = tuple(log)
    gone = taken_back(entries)
    given: dict[str, tuple[Decision, ...]] = {}
    for entry in entries:
        if entry.verb == "grade" and entry.id not in gone:
            given[entry.target] = (*given.get(entry.target, ()), entry)
    return Grades(given)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Hold what screens of sources are read with."""

    book: PublisherBook
    grades: Grades
    known: Known
    parties: PartyBook | None = None


def sources(connection: Connection, shelf: Shelf, q: str | None, page: tuple[str | None, int]) -> Part[SourceRow]:
    """Return one page of outlets, those with most documents first."""
    cursor, limit = page
    query = _counted(shelf.known)
    if q:
        query = query.where(t.publisher_sums.c.publisher.icontains(q, autoescape=True))
    counted = query.subquery("counted")
    order = (Sorted(counted.c.documents, True), Sorted(counted.c.publisher))
    found = connection.execute(paged(select(counted), order, cursor, limit)).all()
    kept = part(found, limit, "documents", "publisher")
    return Part([_row(row, shelf) for row in kept.rows], kept.next)


def _counted(known: Known) -> Select[Any]:
    """Select outlets with their counts as known on the day."""
    sums = t.publisher_sums.c
    days = (func.min(func.nullif(sums.day, "")).label("first"), func.max(func.nullif(sums.day, "")).label("last"))
    totals = [func.sum(sums[name]).label(name) for name in ("documents", "original", "statements")]
    return select(sums.publisher, *totals, *days).where(*in_days(sums.day, known)).group_by(sums.publisher)


def _row(row: Any, shelf: Shelf) -> SourceRow:
    """Return one outlet."""
    listed = shelf.book.named(row.publisher) if row.publisher else None
    reliability, credibility, graded = shelf.grades.of(row.publisher)
    country = shelf.parties.get(listed.country) if shelf.parties and listed and listed.country else None
    return SourceRow(
        id=row.publisher or "-",
        name=row.publisher or UNKNOWN,
        kind=listed.kind if listed else None,
        owner=listed.owner if listed else None,
        country=listed.country if listed else None,
        documents=row.documents,
        original=row.original,
        statements=row.statements,
        first=row.first,
        last=row.last,
        reliability=reliability,
        credibility=credibility,
        graded=graded,
        country_name=country.name if country else None,
        state_owned=listed.state_owned if listed else None,
    )


def source_page(connection: Connection, key: str, shelf: Shelf) -> SourcePage:
    """Shape one outlet's screen."""
    name = "" if key == "-" else key
    row = connection.execute(_counted(shelf.known).where(t.publisher_sums.c.publisher == name)).first()
    if row is None:
        raise NotFoundError(f"No outlet of this record is called {key!r}: the list of sources names them.")
    last = _last(name, shelf.known).order_by(t.document_sums.c.document).limit(_SHOWN)
    held = headings(connection, ids := list(connection.scalars(last)))
    return SourcePage(
        source=_row(row, shelf),
        draws_on=tuple(_draws_on(connection, name, shelf.known)),
        repeated_by=tuple(_repeats(connection, name, shelf.known, back=True)),
        quotes=tuple(_quotes(connection, name, shelf.known)),
        documents=tuple(document_row(held[key]) for key in ids),
        grades=tuple(
            (f"{e.correction['reliability']}{e.correction['credibility']}", e.reviewer, e.recorded, e.reason)
            for e in reversed(shelf.grades.given.get(name, ()))
        ),
    )


def _last(name: str, known: Known) -> Select[Any]:
    """Select the documents of an outlet, the last published first."""
    sums = t.document_sums.c
    return select(sums.document).where(sums.publisher == name, *in_days(sums.day, known)).order_by(sums.day.desc())


def _draws_on(connection: Connection, name: str, known: Known) -> Iterable[OriginLink]:
    """Yield the outlets whose texts an outlet repeats, and the agencies it credits."""
    yield from _repeats(connection, name, known, back=False)
    d, sums = t.documents.c, t.document_sums.c
    query = (
        select(d.agency, func.count().label("n"))
        .join(t.document_sums, sums.document == d.id)
        .where(d.publisher == name, d.agency.is_not(None), d.agency != name, *in_days(sums.day, known))
        .group_by(d.agency)
        .order_by(func.count().desc(), d.agency)
        .limit(_SHOWN)
    )
    for agency, number in connection.execute(query):
        yield OriginLink(name or UNKNOWN, agency, "credits", number, None)


def _repeats(connection: Connection, name: str, known: Known, back: bool) -> Iterable[OriginLink]:
    """Yield whose texts an outlet repeats, or (`back`) who repeats its own, the most often first."""
    sums = t.repeat_sums.c
    own, other = (sums.origin, sums.publisher) if back else (sums.publisher, sums.origin)
    number = func.sum(sums.documents)
    query = (
        select(other.label("other"), number.label("n"), (func.sum(sums.share) / number).label("share"))
        .where(own == name, *in_days(sums.day, known))
        .group_by(other)
        .order_by(number.desc(), other)
        .limit(_SHOWN)
    )
    for row in connection.execute(query):
        here, there = name or UNKNOWN, row.other or UNKNOWN
        one, origin = (there, here) if back else (here, there)
        yield OriginLink(one, origin, "repeats", row.n, round(row.share, 3))


def _quotes(connection: Connection, name: str, known: Known) -> Iterable[tuple[str, str, int]]:
    """Yield id, name and number of statements of those whom an outlet quotes most, over its last documents."""
    s = t.statements.c
    recent = _last(name, known).limit(_COUNTED).subquery("recent")
    party = func.coalesce(s.principal_party, s.source_party)
    called = func.min(func.coalesce(s.principal_name, s.source_name))
    query = (
        select(party, called, func.count())
        .join(recent, recent.c.document == s.document)
        .where(party.is_not(None))
        .group_by(party)
        .order_by(func.count().desc(), party)
        .limit(_SHOWN)
    )
    return ((row[0], row[1], row[2]) for row in connection.execute(query))
