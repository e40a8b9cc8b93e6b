"""List the incidents of a record, the most disputed first, with what a reader needs to choose one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from standoff.model.clock import Interval
from standoff.model.incident import Incident
from standoff.store import codecs
from standoff.store.asking import Asked, ask
from standoff.views.period import ALWAYS, Period

Order = Literal["weight", "time"]
_ALL = 2**31  # more rows than any list has


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one incident with its number of discrepancies and of documents."""

    incident: Incident
    discrepancies: int
    documents: int


def listing(
    connection: Asked, period: Period = ALWAYS, order: Order = "weight", limit: int | None = None
) -> tuple[Entry, ...]:
    """List the incidents of a period by weight (contested first, then by documents) or in order of happening."""
    found = ask(connection, f"incidents by {order}", most=limit or _ALL, **period.bounds)
    return tuple(Entry(codecs.INCIDENT.decode(row.body), row.differences, row.documents_count) for row in found)


def count(connection: Asked, period: Period = ALWAYS) -> dict[str, int]:
    """Count the incidents of a period by status."""
    return {status: number for status, number in ask(connection, "incidents by status", **period.bounds)}


def interval_of(row: Any, clock: str) -> Interval | None:
    """Return the interval of a row's three columns of a clock, or nothing where none is known."""
    earliest, latest, basis = (getattr(row, f"{clock}_{part}") for part in ("earliest", "latest", "basis"))
    return Interval(earliest, latest, basis) if earliest or latest else None


def entry_of(connection: Asked, incident: Incident) -> Entry:
    """Return the entry of one incident."""
    ((number,),) = ask(connection, "differences of an incident", incident=incident.id)
    return Entry(incident, number, len(incident.documents))
