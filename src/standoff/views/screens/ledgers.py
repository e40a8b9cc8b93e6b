"""List contacts and figures of casualties of the whole record, page by page, as known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from standoff.store import tables as t
from standoff.views.casualties import SLOTS, figures_of
from standoff.views.network import CONSULT, contacts
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
    e, i, member, sums = t.events.c, t.incidents.c, t.incident_events.c, t.incident_sums.c
    met = select(member.incident).join(t.events, e.id == member.event).where(e.plover_type == CONSULT)
    query = select(i.id, sums.happened).join(t.incident_sums, sums.incident == i.id).where(i.id.in_(met))
    query = query.where(*in_days(sums.known, reading.known), *_between(sums.happened, days))
    order = (Sorted(sums.happened), Sorted(i.id))
    found = part(connection.execute(paged(query, order, cursor, limit)).all(), limit, "happened", "id")
    rows = [contact_row(contact) for row in found.rows for contact in contacts(connection, row.id)]
    return Part(rows, found.next)


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
    """Return one page of figures in order of happening, each with its source."""
    cursor, limit = page
    c, sums, told = t.claims.c, t.incident_sums.c, t.document_sums.c
    query: Select[Any] = (
        select(c.id, sums.happened)
        .join(t.incident_sums, sums.incident == c.incident)
        .join(t.document_sums, told.document == c.document)
        .where(c.slot == slot if slot else c.slot.in_(SLOTS))
        .where(*in_days(told.day, reading.known), *_between(sums.happened, days))
    )
    order = (Sorted(sums.happened), Sorted(c.id))
    found = part(connection.execute(paged(query, order, cursor, limit)).all(), limit, "happened", "id")
    ids = [row.id for row in found.rows]
    held = {figure.claim: figure for figure in figures_of(connection, ids)}
    return Part([figure_row(held[key]) for key in ids], found.next)
