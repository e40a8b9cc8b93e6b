"""Put what corrections set into statements and events: speakers, parties, places, days, types with their codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from standoff.model.annotation import Attribute
from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.event import Argument, Event, Plover
from standoff.model.statement import Statement
from standoff.reviewing.correcting import PARTY, PLACE, interval_of

Fields = Mapping[str, Attribute]
ROLES: tuple[Literal["actor", "recipient"], ...] = ("actor", "recipient")
_PLAIN = {  # fields that are columns of their own
    Statement: ("act", "polarity", "negated_act", "directness", "hedge", "channel"),
    Event: ("factuality", "frame", "cameo"),
}


def corrected_statement(row: Statement, fields: Fields) -> Statement:
    """Return a statement with what a correction sets."""
    changed = _plain(Statement, fields)
    if "speaker" in fields:
        ref = _party("speaker", fields)
        changed["source"] = replace(row.source, refs=(ref,) if ref else (), resolved_from="explicit")
    if "principal" in fields:
        changed["principal"] = _party("principal", fields)
    if "said" in fields:
        changed |= {"said_at": _days(fields["said"]), "said_at_span": None}
    return replace(row, **changed) if changed else row


def corrected_event(row: Event, fields: Fields) -> Event:
    """Return an event with what a correction sets; a code that was given counts for more than that of its type."""
    changed = _coded(row, fields) | _plain(Event, fields)
    if "happened" in fields:
        changed |= {"happened": _days(fields["happened"]), "happened_span": None}
    if "place" in fields:
        changed["place"] = _place(fields)
    arguments = row.arguments
    for role in ROLES:
        if role in fields:
            ref = _party(role, fields)
            others = tuple(argument for argument in arguments if argument.role != role)
            arguments = (*((Argument(role, None, ref),) if ref else ()), *others)
    if arguments is not row.arguments:
        changed["arguments"] = arguments
    return replace(row, **changed) if changed else row


def _plain(kind: type[Statement | Event], fields: Fields) -> dict[str, Any]:
    """Return the fields that are set as they stand."""
    return {name: fields[name] for name in _PLAIN[kind] if name in fields}


def _coded(row: Event, fields: Fields) -> dict[str, Any]:
    """Return a corrected type with the codes that go with it."""
    if "type" not in fields:
        return {}
    if "type.plover" not in fields:  # taken before decisions told the codes
        return {"type": fields["type"]}
    type_, mode = str(fields["type.plover"]), fields.get("type.mode")
    if mode is None and type_ == row.plover.type == "ASSAULT":
        mode = row.plover.mode  # an assault whose type tells no mode keeps that of its means
    contexts = tuple(str(fields.get("type.contexts") or "").split(",")) if fields.get("type.contexts") else ()
    plover = Plover(type_, str(mode) if mode is not None else None, contexts)
    codes = {"plover": plover, "cameo": fields.get("type.cameo"), "intensity": fields.get("type.intensity")}
    return {"type": fields["type"], **codes}


def _place(fields: Fields) -> PlaceRef | None:
    """Return the corrected place, or nothing where none is told."""
    name = fields["place"]
    held: dict[str, Any] = {part: fields.get(f"place.{part}") for part in PLACE}
    return PlaceRef(name=str(name), **held) if name is not None else None


def _days(value: Attribute) -> Interval | None:
    """Return the interval of a corrected day, or nothing where the day was taken away."""
    return interval_of(str(value)) if value is not None else None


def _party(field: str, fields: Fields) -> PartyRef | None:
    """Return the party of a corrected field, or nothing where nobody is named."""
    name = fields[field]
    held: dict[str, Any] = {part: fields.get(f"{field}.{part}") for part in PARTY}
    return PartyRef(name=str(name), **held) if name is not None else None
