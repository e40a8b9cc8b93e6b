"""Show who meets and calls whom, and who is said to act on whom, each with the statements that say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from standoff.model.clock import Interval
from standoff.model.incident import Incident
from standoff.store.asking import Asked, ask
from standoff.values import channel
from standoff.views.books import type_words
from standoff.views.dossier import incident as incident_of
from standoff.views.incidents import interval_of

_NOT_YET = {"planned": "planned", "hypothetical": "not said to have taken place"}


@dataclass(frozen=True, slots=True)
class Contact:
    """Hold one call or meeting: when, how, between whom, and who tells of it; `events` are told by outlets alone.

    `shared` stands before those who took part: `between`, `involving`.
    """

    incident: str
    short_id: str
    label: str
    happened: Interval | None
    how: str
    shared: str
    parties: tuple[str, ...]
    told_by: tuple[str, ...]
    channels: tuple[str, ...]
    statements: tuple[str, ...]
    events: tuple[str, ...]
    documents: tuple[str, ...]
    denied: bool


@dataclass(frozen=True, slots=True)
class _Party:
    """Hold one that took part; `own` tells a state from those who act for it."""

    name: str
    state: str | None
    kind: str

    @property
    def own(self) -> bool:
        """Tell whether it is a state."""
        return self.kind == "state"


@dataclass(slots=True)
class _Meeting:
    """Gather the mentions of one contact."""

    row: Any
    types: Counter[str] = field(default_factory=Counter)
    frames: set[str] = field(default_factory=set)
    factualities: set[str] = field(default_factory=set)
    parties: dict[str, _Party] = field(default_factory=dict)
    told_by: dict[str, None] = field(default_factory=dict)
    channels: dict[str, None] = field(default_factory=dict)
    statements: dict[str, None] = field(default_factory=dict)
    events: dict[str, None] = field(default_factory=dict)
    documents: dict[str, None] = field(default_factory=dict)


def contacts(connection: Asked, incident: str | None = None) -> tuple[Contact, ...]:
    """List calls and meetings in order of happening, one for each incident, of all incidents or of one."""
    return contacts_of(connection, None if incident is None else [incident])


def contacts_of(connection: Asked, incidents: Sequence[str] | None) -> tuple[Contact, ...]:
    """List the calls and meetings of some incidents (a page of them), or of all, in order of happening.

    A contact has two sides at least: one of which a single party is known, who only asks for it perhaps, is left out.
    """
    every = incidents is None
    found = ask(connection, "contacts") if every else ask(connection, "contacts of incidents", among=incidents)
    meetings: dict[str, _Meeting] = {}
    for row in found:
        _gather(meetings.setdefault(row.id, _Meeting(row)), row)
    for key, meeting in meetings.items():
        if not _of_several(meeting):
            _add_sides(meeting, incident_of(connection, key))
    return tuple(_contact(meeting) for meeting in meetings.values() if _of_several(meeting))


def _gather(meeting: _Meeting, row: Any) -> None:
    """Add one mention's row."""
    meeting.types[row.type] += 1
    meeting.frames.add(row.frame)
    meeting.factualities.add(row.factuality)
    meeting.documents[row.document] = None
    if row.name and row.kind and not _nobody(row):
        meeting.parties.setdefault(row.party or row.name.casefold(), _Party(row.name, row.state, row.kind))
    if row.statement:
        meeting.statements[row.statement] = None
        meeting.told_by[row.principal_name or row.source_name or "unnamed source"] = None
    else:
        meeting.events[row.event] = None
    if row.channel:
        meeting.channels[channel.named(row.channel)] = None


def _add_sides(meeting: _Meeting, found: Incident) -> None:
    """Add the sides, if more than one, that joining found to take part and of whom no mention names anybody."""
    sides = (*found.actors, *found.recipients)
    acting = {party.state for party in meeting.parties.values() if party.state}
    for ref in sides if len(sides) > 1 else ():
        if ref.state is None or ref.state not in acting:
            meeting.parties.setdefault(ref.party or ref.name.casefold(), _Party(ref.name, ref.state, ref.kind or ""))


def _contact(meeting: _Meeting) -> Contact:
    """Sum up the mentions of one contact."""
    row = meeting.row
    type_ = meeting.types.most_common(1)[0][0]
    how, shared = type_words(type_)
    pending = [_NOT_YET[frame] for frame in sorted(meeting.frames) if frame in _NOT_YET]
    if len(pending) == len(meeting.frames):
        how = f"{how}, {pending[0]}"
    return Contact(
        incident=row.id,
        short_id=row.short_id,
        label=row.label,
        happened=interval_of(row, "happened"),
        how=how,
        shared=shared,
        parties=tuple(_without_states(meeting.parties.values())),
        told_by=tuple(meeting.told_by),
        channels=tuple(meeting.channels),
        statements=tuple(meeting.statements),
        events=tuple(meeting.events),
        documents=tuple(meeting.documents),
        denied=all(value.endswith("-") for value in meeting.factualities),
    )


def _nobody(row: Any) -> bool:
    """Tell whether a row names a person by a bare noun only (`head`)."""
    return row.kind == "person" and not row.party and row.name.islower() and " " not in row.name


def _of_several(meeting: _Meeting) -> bool:
    """Tell whether two parties are known to have taken part, or several people under one name (`commanders`)."""
    known = _without_states(meeting.parties.values())
    return len(known) > 1 or any(p.kind == "group" and p.name.endswith("s") for p in meeting.parties.values())


def _without_states(parties: Iterable[_Party]) -> list[str]:
    """Return the names of parties, without a state whose own people or bodies are named beside it."""
    held = tuple(parties)
    acting = {party.state for party in held if not party.own}
    return [party.name for party in held if not (party.own and party.state in acting)]


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
