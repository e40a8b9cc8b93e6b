"""Show who meets and calls whom, and who is said to act on whom, each with the statements that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from standoff.model.clock import Interval
from standoff.store.asking import Asked, ask
from standoff.views.incidents import interval_of

_HOW = {
    "phone": "call",
    "visit": "visit",
    "third-party": "meeting hosted or brokered by a third party",
    "multilateral": "meeting of several parties",
}
_NOT_YET = {"planned": "planned", "hypothetical": "not said to have taken place"}


@dataclass(frozen=True, slots=True)
class Contact:
    """Hold one call or meeting: when, how, between whom, and who tells of it; `events` are told by outlets alone."""

    incident: str
    short_id: str
    label: str
    happened: Interval | None
    how: str
    parties: tuple[str, ...]
    told_by: tuple[str, ...]
    channels: tuple[str, ...]
    statements: tuple[str, ...]
    events: tuple[str, ...]
    documents: tuple[str, ...]
    denied: bool


@dataclass(slots=True)
class _Meeting:
    """Gather the mentions of one contact."""

    row: Any
    modes: list[str] = field(default_factory=list)
    frames: set[str] = field(default_factory=set)
    factualities: set[str] = field(default_factory=set)
    parties: dict[str, str] = field(default_factory=dict)
    told_by: dict[str, None] = field(default_factory=dict)
    channels: dict[str, None] = field(default_factory=dict)
    statements: dict[str, None] = field(default_factory=dict)
    events: dict[str, None] = field(default_factory=dict)
    documents: dict[str, None] = field(default_factory=dict)


def contacts(connection: Asked, incident: str | None = None) -> tuple[Contact, ...]:
    """List calls and meetings in order of happening, one for each incident, of all incidents or of one."""
    return contacts_of(connection, None if incident is None else [incident])


def contacts_of(connection: Asked, incidents: Sequence[str] | None) -> tuple[Contact, ...]:
    """List the calls and meetings of some incidents (a page of them), or of all, in order of happening."""
    every = incidents is None
    found = ask(connection, "contacts") if every else ask(connection, "contacts of incidents", among=incidents)
    meetings: dict[str, _Meeting] = {}
    for row in found:
        _gather(meetings.setdefault(row.id, _Meeting(row)), row)
    return tuple(_contact(meeting) for meeting in meetings.values())


def _gather(meeting: _Meeting, row: Any) -> None:
    """Add one mention's row."""
    meeting.modes.append(row.plover_mode or row.type)
    meeting.frames.add(row.frame)
    meeting.factualities.add(row.factuality)
    meeting.documents[row.document] = None
    if row.name and row.kind:
        meeting.parties.setdefault(row.party or row.name.casefold(), row.name)
    if row.statement:
        meeting.statements[row.statement] = None
        meeting.told_by[row.principal_name or row.source_name or "unnamed source"] = None
    else:
        meeting.events[row.event] = None
    if row.channel:
        meeting.channels[row.channel.replace("_", " ")] = None


def _contact(meeting: _Meeting) -> Contact:
    """Sum up the mentions of one contact."""
    row = meeting.row
    mode = max(dict.fromkeys(meeting.modes), key=meeting.modes.count)
    how = _HOW.get(mode, mode.replace("_", " "))
    pending = [_NOT_YET[frame] for frame in sorted(meeting.frames) if frame in _NOT_YET]
    if len(pending) == len(meeting.frames):
        how = f"{how}, {pending[0]}"
    return Contact(
        incident=row.id,
        short_id=row.short_id,
        label=row.label,
        happened=interval_of(row, "happened"),
        how=how,
        parties=tuple(_without_states(meeting.parties)),
        told_by=tuple(meeting.told_by),
        channels=tuple(meeting.channels),
        statements=tuple(meeting.statements),
        events=tuple(meeting.events),
        documents=tuple(meeting.documents),
        denied=all(value.endswith("-") for value in meeting.factualities),
    )


def _without_states(parties: Mapping[str, str]) -> list[str]:
    """Return the names of parties by id, without a state whose own officials (`ARM/official`) are named beside it."""
    owners = {key.partition("/")[0] for key in parties if "/" in key}
    return [name for key, name in parties.items() if key not in owners]


@dataclass(frozen=True, slots=True)
class Edge:
    """Count how often one party is said to act on another, by kind of event."""

    actor: str
    recipient: str
    type: str
    events: int
    documents: int


def edges(connection: Asked) -> tuple[Edge, ...]:
    """Count who is said to act on whom, the most frequent first."""
    return tuple(Edge(*row) for row in ask(connection, "edges"))
