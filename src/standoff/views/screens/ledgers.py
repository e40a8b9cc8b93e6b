"""List contacts and figures of casualties of the whole record, page by page, as known on a day."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, func, select

from standoff.model.claim import LOSSES
from standoff.store import tables as t
from standoff.views.casualties import Figure, figures_of
from standoff.views.network import contacts_of
from standoff.views.screens.paging import Part, Sorted, paged, part
from standoff.views.screens.parties import in_days
from standoff.views.screens.reading import Reading
from standoff.views.screens.rows import contact_row, figure_row
from standoff.views.screens.shapes_incident import ContactRow, FigureRow

Days = tuple[str | None, str | None]  # first and last, inclusive
PageAsked = tuple[str | None, int]  # cursor and number of rows


def contact_rows(connection: Connection, reading: Reading, days: Days, page: PageAsked) -> Part[ContactRow]:
    """Return one page of calls, visits and meetings in order of happening."""
    cursor, limit = page
    sums = t.incident_sums.c
    query = select(sums.incident.label("id"), sums.happened).where(sums.met == 1)
    query = query.where(*in_days(sums.known, reading.known), *_between(sums.happened, days))
    order = (Sorted(sums.happened), Sorted(sums.incident))
    found = part(connection.execute(paged(query, order, cursor, limit)).all(), limit, "happened", "id")
    ids = [row.id for row in found.rows]
    held = {contact.incident: contact for contact in contacts_of(connection, ids)}
    return Part([contact_row(held[key]) for key in ids if key in held], found.next)


def _between(happened: ColumnElement[str], days: Days) -> Iterable[ColumnElement[bool]]:
    """Yield the conditions of having happened between two days; what has no date is then left out."""
    first, last = days
    if first:
        yield happened >= first
    if last:
        yield happened != ""
        yield func.substr(happened, 1, 10) <= last


def figure_rows(
    connection: Connection, reading: Reading, slot: str | None, days: Days, page: PageAsked
) -> Part[FigureRow]:
    """Return the figures of one page of incidents in order of happening, each with its source."""
    cursor, limit = page
    c, sums = t.claims.c, t.incident_sums.c
    given = c.slot == slot if slot else c.slot.in_(LOSSES)
    some = select(c.id).where(given, c.incident == sums.incident).correlate(t.incident_sums)
    query = select(sums.incident.label("id"), sums.happened).where(some.exists())
    query = query.where(*in_days(sums.known, reading.known), *_between(sums.happened, days))
    order = (Sorted(sums.happened), Sorted(sums.incident))
    found = part(connection.execute(paged(query, order, cursor, limit)).all(), limit, "happened", "id")
    held = _figures(connection, [row.id for row in found.rows], given, reading)
    return Part([figure_row(figure) for figure in held], found.next)


def _figures(
    connection: Connection, incidents: list[str], given: ColumnElement[bool], reading: Reading
) -> tuple[Figure, ...]:
    """Return the figures of some incidents that documents known on the day give."""
    c, told = t.claims.c, t.document_sums.c
    query = select(c.id).join(t.document_sums, told.document == c.document)
    query = query.where(c.incident.in_(incidents), given, *in_days(told.day, reading.known))
    return figures_of(connection, list(connection.scalars(query)))
