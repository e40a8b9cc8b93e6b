"""Ask short questions of coded events."""

from __future__ import annotations

from standoff.model.entity import PartyRef
from standoff.model.event import Event, Role


def only(events: tuple[Event, ...], plover: str, mode: str | None = "any") -> Event:
    found = [e for e in events if e.plover.type == plover and mode in ("any", e.plover.mode)]
    assert len(found) == 1, f"{plover}/{mode}: {[(e.type, e.trigger.quote) for e in events]}"
    return found[0]


def at(events: tuple[Event, ...], word: str) -> Event:
    found = [e for e in events if word in e.trigger.quote]
    assert len(found) == 1, f"{word}: {[(e.type, e.trigger.quote) for e in events]}"
    return found[0]


def types(events: tuple[Event, ...]) -> set[str]:
    return {e.type for e in events}


def who(event: Event, role: Role = "actor") -> set[str]:
    return {ref.state or ref.name for ref in event.parties(role)}


def names(event: Event, role: Role = "actor") -> set[str]:
    return {a.ref.name for a in event.arguments if a.role == role and isinstance(a.ref, PartyRef)}
