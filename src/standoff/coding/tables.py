"""Read the losses that a table gives: one event for each figure under a heading such as `Killed`, by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from standoff.codebook.event_types import EventType
from standoff.codebook.load import Codebook
from standoff.codebook.measures import Measure
from standoff.coding.circumstances import place_argument, time_argument
from standoff.coding.codes import plover_of
from standoff.coding.past import is_past
from standoff.model.annotation import Annotation, Attribute
from standoff.model.claim import LOSSES
from standoff.model.document import Block
from standoff.model.entity import PlaceRef
from standoff.model.event import Argument, Event, event_id
from standoff.model.page import Page
from standoff.model.span import Span
from standoff.model.tables import Row, tables_of
from standoff.values.numerals import amount

_FIGURE = re.compile(r"(?:[<>~≈]\s?)?\d[\d,.\u00a0\u202f ]*\+?")
_SUMS = frozenset({"total", "totals", "all", "sum", "overall", "subtotal", "grand total"})
_SCORE = 0.8  # a figure in a table is told outright, its place and time only by where it stands
# What a column of losses tells: an event of the type that PLOVER has for it.
_TYPES: Mapping[str, str] = {
    "killed": "killing",
    "wounded": "wounding",
    "captured": "capture",
    "missing": "missing",
    "displaced": "displacement",
}


def table_events(page: Page, codebook: Codebook) -> Iterator[Event]:
    """Yield an event for each figure of losses in the tables of a page; rows of sums tell no happening of their own."""
    for table in tables_of(page.document):
        columns = _heads(table.heads, codebook)
        for row in table.rows:
            if row[0].text.casefold() not in _SUMS:
                yield from _of_row(page, codebook, row, columns, table.caption)


def _heads(row: Row, codebook: Codebook) -> Mapping[int, str]:
    """Return the losses that the columns of a table count, by number; a heading that names two counts neither apart."""
    nouns, verbs = codebook.measures.nouns, codebook.measures.verbs
    found = {}
    for number, cell in enumerate(row):
        words = re.findall(r"[^\W\d_]+", cell.text.casefold())
        bases = [(word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d")) for word in words]
        told = [m.kind for forms in bases for m in [_measure(forms, nouns) or _measure(forms, verbs)] if m is not None]
        kinds = {kind for kind in told if kind in LOSSES}
        if len(kinds) == 1 and "%" not in cell.text:
            found[number] = kinds.pop()
    return found


def _measure(forms: Sequence[str], known: Mapping[str, Measure]) -> Measure | None:
    """Return what a word measures, by the first of its forms that is known."""
    return next((known[form] for form in forms if form in known), None)


def _of_row(
    page: Page, codebook: Codebook, row: Row, columns: Mapping[int, str], caption: Block | None
) -> Iterator[Event]:
    """Yield the events of one row, with the place and the time that its other cells or the line above give."""
    aside = [cell for number, cell in enumerate(row) if number not in columns]
    marks = [mark for cell in aside for mark in page.within(cell.start, cell.stop, "name", "place", "time")]
    if caption is not None:
        marks += page.within(caption.start, caption.stop, "time")
    for number, kind in columns.items():
        if number < len(row) and _FIGURE.fullmatch(row[number].text):
            span = page.document.span(row[number].start, row[number].stop)
            event = _event(page, codebook.events.types[_TYPES[kind]], kind, span, marks)
            if event is not None:
                yield event


def _event(page: Page, type_: EventType, kind: str, figure: Span, marks: Sequence[Annotation]) -> Event | None:
    """Return the event of one figure, nothing where it is none or zero."""
    count = amount(figure.quote)
    if count is None or not count.low:
        return None
    more = figure.quote.endswith("+") or figure.quote.startswith(">")
    value: dict[str, Attribute] = {
        "kind": kind,
        "low": int(count.low),
        "high": None if more else int(count.low),
        "unit": "people",
    }
    place = next((place_argument(page, m) for m in marks if m.kind != "time" and page.place_grounding(m)), None)
    time = next((time_argument(page, m) for m in marks if m.kind == "time" and page.time_grounding(m)), None)
    happened = time.time if time else None
    token = page.parse.token_at(figure.start)
    around = tuple(argument for argument in (place, time) if argument is not None)
    return Event(
        id=event_id(page.document.id, figure, type_.id, None),
        document=page.document.id,
        statement=None,
        trigger=figure,
        type=type_.id,
        plover=plover_of(type_),
        cameo=type_.cameo,
        intensity=type_.intensity,
        arguments=(*around, Argument("quantity", figure, value={**value, "text": figure.quote})),
        happened=happened,
        happened_span=time.span if time else None,
        place=place.ref if place and isinstance(place.ref, PlaceRef) else None,
        factuality="certain+",
        frame="past" if is_past(page, token, happened, type_) else "actual",
        rule=f"table:{kind}",
        score=_SCORE,
        features={"table": _SCORE},
    )
