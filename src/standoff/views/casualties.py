"""List every figure given for killed, wounded, captured, missing and displaced, each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from standoff.model.clock import Interval
from standoff.store import tables as t
from standoff.store.batches import batches
from standoff.values.base import number
from standoff.views.incidents import interval_of

SLOTS = ("killed", "wounded", "captured", "missing", "displaced")


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold one figure in its source's words; `low` and `high` bound it where the words allow."""

    incident: str
    short_id: str
    label: str
    slot: str
    text: str
    quote: str
    low: float | None
    high: float | None
    whose: str | None
    source: str | None
    side: str | None
    publisher: str | None
    polarity: str
    said: Interval | None
    happened: Interval | None
    document: str
    claim: str
    statement: str | None


def figures(connection: Connection, incident: str | None = None) -> tuple[Figure, ...]:
    """List the figures of one incident or of all, by incident, slot and size; none means none was reported."""
    query = _query()
    if incident is not None:
        query = query.where(t.claims.c.incident == incident)
    return tuple(_figure(row) for row in connection.execute(query) if _given(row))


def figures_of(connection: Connection, claims: Sequence[str]) -> tuple[Figure, ...]:
    """List the figures that some claims give."""
    found = [row for batch in batches(claims) for row in connection.execute(_query().where(t.claims.c.id.in_(batch)))]
    return tuple(sorted(map(_figure, filter(_given, found)), key=_in_order))


def _given(row: Any) -> bool:
    """Tell whether a row gives a figure; words that leave it out, or only say that there were some, give none."""
    value = row.body["value"]
    return not (value.get("unsaid") or value.get("some"))


def _in_order(figure: Figure) -> tuple[str, str, int, str]:
    """Order figures by happening, incident and slot."""
    happened = figure.happened.earliest or figure.happened.latest or "" if figure.happened else ""
    return happened, figure.incident, SLOTS.index(figure.slot), figure.claim


def _query() -> Select[Any]:
    """Select claims of casualties with their incident and outlet."""
    c, i, d = t.claims.c, t.incidents.c, t.documents.c
    rank = case({slot: place for place, slot in enumerate(SLOTS)}, value=c.slot)
    return (
        select(
            *(c.id.label("claim"), c.slot, c.value_text, c.quote, c.body, c.source_name, c.principal_name),
            *(c.polarity, c.statement, c.document, c.said_earliest, c.said_latest, c.said_basis),
            *(i.id.label("incident"), i.short_id, i.label, i.happened_earliest, i.happened_latest),
            *(i.happened_basis, func.coalesce(d.publisher, d.agency).label("publisher")),
        )
        .join(t.incidents, i.id == c.incident)
        .join(t.documents, d.id == c.document)
        .where(c.slot.in_(SLOTS))
        .order_by(i.happened_earliest, i.id, rank, c.value_text, c.id)
    )


def _figure(row: Any) -> Figure:
    """Return the figure of one row."""
    value = row.body["value"]
    return Figure(
        incident=row.incident,
        short_id=row.short_id,
        label=row.label,
        slot=row.slot,
        text=row.value_text or row.quote,
        quote=row.quote,
        low=number(value, "low"),
        high=number(value, "high"),
        whose=value.get("whose"),
        source=row.source_name,
        side=row.principal_name,
        publisher=row.publisher,
        polarity=row.polarity,
        said=interval_of(row, "said"),
        happened=interval_of(row, "happened"),
        document=row.document,
        claim=row.claim,
        statement=row.statement,
    )


def by_slot(found: Sequence[Figure]) -> dict[str, list[Figure]]:
    """Group figures by slot; a slot without a figure is absent, which reads `none reported`, never 0."""
    grouped: dict[str, list[Figure]] = {}
    for figure in found:
        grouped.setdefault(figure.slot, []).append(figure)
    return grouped
