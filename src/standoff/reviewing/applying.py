"""Let people's verdicts on statements and events stand before documents are joined and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from standoff.model.annotation import Attribute
from standoff.model.decision import Verdicts
from standoff.model.event import Event
from standoff.model.record import Record
from standoff.model.statement import Statement
from standoff.reviewing.correcting import with_place, with_speaker

CORRECTABLE: Mapping[str, frozenset[str]] = {  # kind of row -> fields that a correction may set
    "statement": frozenset({"act", "polarity", "negated_act", "directness", "hedge", "channel"}),
    "event": frozenset({"type", "cameo", "factuality", "frame"}),
}
WORKED_OUT: Mapping[str, frozenset[str]] = {  # kind of row -> fields that name a party, a place or a day
    "statement": frozenset({"speaker", "principal", "said"}),
    "event": frozenset({"happened", "place"}),
}
Row = TypeVar("Row", Statement, Event)


def apply(record: Record, verdicts: Verdicts) -> Record:
    """Return the record without rejected statements and events (and what rests on them), the others as corrected."""
    rejected = {key for key, state in verdicts.states.items() if state == "rejected"}
    statements = {
        key: corrected(statement, verdicts) for key, statement in record.statements.items() if key not in rejected
    }
    events = {
        key: corrected(event, verdicts)
        for key, event in record.events.items()
        if key not in rejected and event.statement not in rejected
    }
    return replace(record, statements=statements, events=events)


def corrected(row: Row, verdicts: Verdicts) -> Row:
    """Return a row with the fields that a correction sets."""
    fields: Mapping[str, Attribute] = verdicts.corrections.get(row.id, {})
    kind = "statement" if isinstance(row, Statement) else "event"
    known = {name: value for name, value in fields.items() if name in CORRECTABLE[kind]}
    row = replace(row, **known) if known else row  # type: ignore[arg-type] # checked when the decision was taken
    return with_speaker(row, fields) if isinstance(row, Statement) else with_place(row, fields)
