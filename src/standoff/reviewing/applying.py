"""Let people's verdicts on statements, events and claims stand before documents are joined and compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TypeVar, cast

from standoff.model.claim import Claim
from standoff.model.decision import Decision, Verdicts
from standoff.model.event import Event
from standoff.model.record import Record
from standoff.model.statement import Statement
from standoff.reviewing.anchoring import Anchored
from standoff.reviewing.setting import corrected_event, corrected_statement
from standoff.values.amending import amended

Row = TypeVar("Row", bound=Statement | Event | Claim)


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
    fields = verdicts.corrections.get(row.id)
    if not fields:
        return row
    set_: Statement | Event | Claim
    if isinstance(row, Statement):
        set_ = corrected_statement(row, fields)
    else:
        set_ = corrected_event(row, fields) if isinstance(row, Event) else amended(row, fields)
    return cast(Row, set_)  # of the same kind


def changed(record: Record, verdicts: Verdicts, keys: Collection[str]) -> tuple[Statement | Event, ...]:
    """Return some statements and events of a record as corrected; as derived where corrections were taken back."""
    found = (record.statements.get(key) or record.events.get(key) for key in sorted(keys))
    return tuple(corrected(row, verdicts) for row in found if row is not None)


def ever_corrected(log: Iterable[Anchored]) -> frozenset[str]:
    """Return the rows that a correction is or was about, in force or not: what is kept of them may have to change."""
    return frozenset(key for entry in log if _corrects(entry.decision) for key in (entry.target, entry.decision.target))


def _corrects(decision: Decision) -> bool:
    """Tell whether an entry corrects a row."""
    return decision.verb == "correct"
