"""Write short reports by hand with events on chosen words, for tests of joining and comparing (invented happenings)."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.model.clock import UNKNOWN, Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.event import Argument, Event, Plover
from standoff.model.record import Record, record_of
from standoff.model.statement import Statement
from tests.factories import Desk, document

SUDAN = PartyRef("SDN", "Sudan", "SDN", "state")
CHAD = PartyRef("TCD", "Chad", "TCD", "state")
FRANCE = PartyRef("FRA", "France", "FRA", "state")
USA = PartyRef("USA", "United States", "USA", "state")
EGYPT = PartyRef("EGY", "Egypt", "EGY", "state")
EL_GENEINA = PlaceRef("p-geneina", "El Geneina", 13.45, 22.44, 5.0, "SDN")
TINE = PlaceRef("p-tine", "Tine", 15.02, 22.82, 5.0, None)
NYALA = PlaceRef("p-nyala", "Nyala", 12.05, 24.88, 8.0, "SDN")


def day(text: str, basis: str = "text") -> Interval:
    """Return the interval of one ISO day."""
    return Interval(text, text, basis)


def report(path: str, text: str, published: str | None = "2023-06-16", **fields: object) -> Desk:
    """Open the desk of one report."""
    when = day(published, "stated") if published else UNKNOWN
    return Desk(document(path, text, published=when, **fields))


def tell(
    desk: Desk,
    trigger: str,
    type_: str,
    actor: PartyRef | None = None,
    recipient: PartyRef | None = None,
    *,
    statement: Statement | None = None,
    **fields: object,
) -> Event:
    """Add an event with actor and recipient on the trigger itself; `counts` and `extra` add arguments."""
    span = desk.span(trigger)
    arguments = [
        Argument(role, span, ref)  # type: ignore[arg-type]
        for role, ref in (("actor", actor), ("recipient", recipient))
        if ref is not None
    ]
    arguments += fields.pop("extra", ())  # type: ignore[arg-type]
    plain: dict[str, object] = {"happened": None, "place": None, "plover": Plover("ASSAULT"), **fields}
    return desk.code(trigger, type_, statement, arguments=tuple(arguments), **plain)


def figure(desk: Desk, words: str, kind: str, low: float | None, high: float | None, **more: object) -> Argument:
    """Return a quantity on some words."""
    value = {"kind": kind, "low": low, "high": high, "text": words, "approximate": False, **more}
    return Argument("quantity", desk.span(words), value=value)  # type: ignore[arg-type]


def record(desks: Iterable[Desk]) -> Record:
    """Return the record of some desks."""
    return record_of(desk.bundle() for desk in desks)
