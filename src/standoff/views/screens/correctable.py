"""List what people can correct behind some words: the statement, the events it tells of, the claims made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from sqlalchemy import Connection, select

from standoff.model.claim import OCCURRED, Claim
from standoff.model.clock import Interval
from standoff.model.event import Event
from standoff.model.statement import Statement
from standoff.reviewing.applying import corrected
from standoff.reviewing.choices import FIELDS
from standoff.store import codecs
from standoff.store import tables as t
from standoff.views.dossier import by_ids
from standoff.views.matrix import value_words
from standoff.views.screens.reading import Reading
from standoff.views.screens.shapes import CorrectField, CorrectRow

_MOST = 60  # rows behind one key
Row = TypeVar("Row", bound=Statement | Event | Claim)


def correctable(connection: Connection, key: str, reading: Reading) -> tuple[CorrectRow, ...]:
    """Return the rows behind a statement, event or claim, each with its fields as they stand now."""
    statements, events, claims = _behind(connection, key)
    made = (
        *(_row(s, s.act.replace("_", " "), _of_statement(s), reading) for s in _now(statements, reading)),
        *(_row(e, e.trigger.quote, _of_event(e), reading) for e in _now(events, reading)),
        *(
            _row(c, label.label, {"value": value_words(c)}, reading)
            for c in _now(claims, reading)
            if c.slot != OCCURRED and (label := reading.books.slots.slots.get(c.slot))
        ),
    )
    return made[:_MOST]


def _behind(connection: Connection, key: str) -> tuple[list[Statement], list[Event], list[Claim]]:
    """Return the statement, events and claims that hang on a row."""
    e, c = t.events.c, t.claims.c
    kind = key[:4]
    statement = connection.scalar(
        select(e.statement if kind == "evt-" else c.statement).where((e.id if kind == "evt-" else c.id) == key)
    )
    statement = key if kind == "stm-" else statement
    event = key if kind == "evt-" else connection.scalar(select(c.event).where(c.id == key))
    wanted = e.statement == statement if statement else e.id == event
    events = list(connection.scalars(select(e.id).where(wanted).order_by(e.start, e.id).limit(_MOST)))
    told = c.statement == statement if statement else c.event.in_(events)
    claims = connection.scalars(select(c.id).where(told).order_by(c.id).limit(_MOST))
    return (
        by_ids(connection, "statements", codecs.STATEMENT, [statement] if statement else []),
        by_ids(connection, "events", codecs.EVENT, events),
        by_ids(connection, "claims", codecs.CLAIM, claims),
    )


def _now(found: Iterable[Row], reading: Reading) -> Iterator[Row]:
    """Yield rows as corrected so far."""
    return (corrected(row, reading.verdicts) for row in found)


def _row(row: Statement | Event | Claim, words: str, values: Mapping[str, str], reading: Reading) -> CorrectRow:
    """Return one row with its fields."""
    kind = "statement" if isinstance(row, Statement) else "event" if isinstance(row, Event) else "claim"
    fields = tuple(CorrectField(name, fill, values.get(name, "")) for name, fill in FIELDS[kind].items())
    return CorrectRow(row.id, kind, words, reading.states.get(row.id), fields)


def _of_statement(row: Statement) -> dict[str, str]:
    """Return a statement's fields as they would be typed."""
    ref = row.source.ref
    return {
        "speaker": ref.name if ref else "",
        "principal": row.principal.name if row.principal else "",
        "act": row.act,
        "polarity": row.polarity,
        "directness": row.directness,
        "channel": row.channel or "",
        "said": _days(row.said_at),
        "negated_act": str(row.negated_act).lower(),
        "hedge": str(row.hedge).lower(),
    }


def _of_event(row: Event) -> dict[str, str]:
    """Return an event's fields as they would be typed."""
    return {
        "type": row.type,
        "actor": ", ".join(ref.name for ref in row.parties("actor")),
        "recipient": ", ".join(ref.name for ref in row.parties("recipient")),
        "place": row.place.name if row.place else "",
        "happened": _days(row.happened),
        "factuality": row.factuality,
        "frame": row.frame,
        "cameo": row.cameo or "",
    }


def _days(when: Interval | None) -> str:
    """Return an interval as a day, or two with a slash between; open ones have none."""
    if when is None or not when.earliest or not when.latest:
        return ""
    first, last = when.earliest[:10], when.latest[:10]
    return first if first == last else f"{first}/{last}"
