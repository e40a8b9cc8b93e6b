"""Tell by where something happened whom it concerns: the state whose ground is struck or visited, and local people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from standoff.codebook.event_types import EventType
from standoff.codebook.parties import State
from standoff.coding.marks import Filled, Marks
from standoff.coding.roles import Cast
from standoff.model.annotation import Annotation
from standoff.model.entity import PartyRef

_FORCE = frozenset({"ASSAULT"})
_REACHING = frozenset({"incursion", "invasion", "airspace_violation", "visit", "annexation", "occupation"})


def located(
    marks: Marks, kind: EventType, cast: Cast, places: Iterable[Annotation], states: Mapping[str, State]
) -> Cast:
    """Return a cast with what the place tells: the state of local people who act, and whose ground a deed reaches.

    A deed by one state in the land of another concerns that other where no recipient is told; at home it concerns none.
    """
    here = next((p for p in places if _country(marks, p) in states), None)
    if here is None:
        return cast
    country = _country(marks, here) or ""
    if not cast.actors:
        return cast
    actors = tuple(_of_here(marks, filled, country) for filled in cast.actors)
    acting = {ref.state for filled in actors for ref in (*filled.refs, filled.principal) if ref and ref.state}
    reaches = kind.plover in _FORCE or kind.id in _REACHING
    if cast.recipients or not reaches or kind.kind == "outcome" or not acting or country in acting or kind.mutual:
        return replace(cast, actors=actors)
    owner = PartyRef(country, states[country].name, country, "state")
    return replace(cast, actors=actors, recipients=(Filled(here.span, (owner,), -1),))


def _country(marks: Marks, place: Annotation) -> str | None:
    """Return the country of a place as grounded, or nothing."""
    tie = marks.page.place_grounding(place)
    return tie.place.country if tie is not None and tie.place is not None else None


def _of_here(marks: Marks, filled: Filled, country: str) -> Filled:
    """Return a filler with the state it acts in, for local bodies and people of no known state."""
    unknown = filled.principal is None and not any(ref.state or ref.party for ref in filled.refs)
    if not unknown or filled.token < 0:
        return filled
    if marks.page.parse.lemmas[filled.token].lower() not in marks.book.classes["local"].words:
        return filled
    return replace(filled, refs=tuple(replace(ref, state=country) for ref in filled.refs))
