"""Read what a correction sets: speakers and places by id or name, days as intervals; and put it into rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from standoff.errors import DecisionError, InvariantError
from standoff.model.annotation import Attribute
from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.model.event import Event
from standoff.model.statement import Statement

BASIS = "reviewer"  # what a corrected day rests on
PARTIES = frozenset({"speaker", "principal"})
DAYS = frozenset({"said", "happened"})
PLACES = frozenset({"place"})
_PARTY = ("party", "state", "kind")
_PLACE = ("place", "lat", "lon", "precision_km", "country")


class Names(Protocol):
    """Look up what a name or an id stands for among the parties and places of a record."""

    def party(self, name: str) -> PartyRef | None:
        """Return a party by its id or its exact name, or nothing."""

    def place(self, name: str) -> PlaceRef | None:
        """Return a place by its id or its exact name, or nothing."""


def resolved(correction: Mapping[str, Attribute], names: Names) -> dict[str, Attribute]:
    """Return a correction with what its names stand for, so that the log says by itself what was meant.

    A name the record does not know stays a name: unknown is no id. Raises DecisionError for days that are none.
    """
    found: dict[str, Attribute] = {}
    for field, value in correction.items():
        found[field] = value
        if field in DAYS and value is not None:
            interval_of(str(value))
        elif field in PARTIES and value is not None:
            ref = names.party(str(value)) or PartyRef(None, str(value))
            found[field] = ref.name
            found |= {f"{field}.{part}": getattr(ref, part) for part in _PARTY if getattr(ref, part) is not None}
        elif field in PLACES and value is not None:
            spot = names.place(str(value)) or PlaceRef(None, str(value))
            found[field] = spot.name
            found |= {f"{field}.{part}": getattr(spot, part) for part in _PLACE if getattr(spot, part) is not None}
    return found


def interval_of(days: str) -> Interval:
    """Return the interval of `YYYY-MM-DD` or `YYYY-MM-DD/YYYY-MM-DD`; raises DecisionError for anything else."""
    first, _, last = days.partition("/")
    try:
        found = Interval(first, last or first, BASIS)
        assert found.first_day is not None  # reading it refuses days that no calendar has
        assert found.last_day is not None
    except (InvariantError, ValueError) as error:
        raise DecisionError(f"{days!r} is no day: give YYYY-MM-DD, or two with a slash between.") from error
    return found


def with_speaker(row: Statement, fields: Mapping[str, Attribute]) -> Statement:
    """Return a statement with the speaker, principal and day that a correction sets."""
    if "speaker" in fields:
        ref = _party("speaker", fields)
        source = replace(row.source, refs=(ref,) if ref else (), resolved_from="explicit")
        row = replace(row, source=source)
    if "principal" in fields:
        row = replace(row, principal=_party("principal", fields))
    if "said" in fields:
        row = replace(row, said_at=_days(fields["said"]))
    return row


def with_place(row: Event, fields: Mapping[str, Attribute]) -> Event:
    """Return an event with the place and days that a correction sets."""
    if "happened" in fields:
        row = replace(row, happened=_days(fields["happened"]))
    if "place" in fields:
        held = {part: fields.get(f"place.{part}") for part in _PLACE}
        name = fields["place"]
        row = replace(row, place=PlaceRef(name=str(name), **held) if name is not None else None)  # type: ignore[arg-type] # as resolved wrote them
    return row


def _days(value: Attribute) -> Interval | None:
    """Return the interval of a corrected day, or nothing where the day was taken away."""
    return interval_of(str(value)) if value is not None else None


def _party(field: str, fields: Mapping[str, Attribute]) -> PartyRef | None:
    """Return the party of a corrected field, or nothing where nobody is named."""
    name = fields[field]
    held = {part: fields.get(f"{field}.{part}") for part in _PARTY}
    return PartyRef(name=str(name), **held) if name is not None else None  # type: ignore[arg-type] # as resolved wrote them
