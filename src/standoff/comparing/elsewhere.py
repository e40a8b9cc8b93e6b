"""Find claims of another incident that speak of the same appeal or the same death, though told as two happenings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from standoff.comparing.given import Given
from standoff.comparing.tables import Cell
from standoff.model.claim import Claim
from standoff.model.event import Event
from standoff.values.sides import side

Cells = Mapping[Cell, list[Claim]]
Key = tuple[str, str]
_ONE = re.compile(r"\b(?:an?|one|the)\b(?: [\w-]+){0,3} (?!\w*men\b)\w*[^\Ws]\Z", re.IGNORECASE)


def elsewhere(cells: Cells, given: Given) -> Mapping[Cell, list[Claim]]:
    """Return, by incident and slot, the claims of other incidents to compare with those of its own.

    Two outlets can render one appeal as two kinds of it, and tell one death with a brawl and with shots.
    """
    found: defaultdict[Cell, list[Claim]] = defaultdict(list)
    for slot, keyed in (("recipient", _appeals(cells, given)), ("cause", _deaths(cells, given))):
        for claims in keyed.values():
            held = {claim.incident for claim in claims}
            for claim in claims if len(held) > 1 else ():
                for incident in sorted(held - {claim.incident}):
                    found[incident, slot].append(claim)
    return found


def _appeals(cells: Cells, given: Given) -> Mapping[Key, list[Claim]]:
    """Return what is said of the addressee of appeals, by speaker and day, where a report says none was named."""
    speakers: defaultdict[str, set[Key]] = defaultdict(set)
    for (incident, name), held in cells.items():
        if name == "actor":
            speakers[incident].update(appealing(held, given))
    found: defaultdict[Key, list[Claim]] = defaultdict(list)
    for (incident, name), held in cells.items():
        for claim in held if name == "recipient" else ():
            for key in sorted(speakers[incident]):
                found[key].append(claim)
    return {key: claims for key, claims in found.items() if any(claim.value.get("unsaid") for claim in claims)}


def appealing(actors: Iterable[Claim], given: Given) -> Iterator[Key]:
    """Yield who appeals to somebody, by claims of the actor, and the day on which a report says so."""
    for claim in actors:
        day = given.record.documents[claim.document].published
        if _strict(given.event(claim), given) and day.exact and day.earliest:
            yield str(claim.value.get("side")), day.earliest[:10]


def _strict(event: Event | None, given: Given) -> bool:
    """Tell whether an event is an appeal to somebody."""
    known = given.codebook.events.types.get(event.type) if event else None
    kind = given.codebook.incidents.kind(known.id, known.family) if known else None
    return kind is not None and kind.strict


def _deaths(cells: Cells, given: Given) -> Mapping[Key, list[Claim]]:
    """Return what deaths of one person are put down to, by the side that lost him and the day."""
    found: defaultdict[Key, list[Claim]] = defaultdict(list)
    for (incident, name), held in cells.items():
        for claim in held if name == "cause" else ():
            for key in losing([claim], given.days.get(incident), given):
                found[key].append(claim)
    return found


def losing(causes: Iterable[Claim], day: str | None, given: Given) -> Iterator[Key]:
    """Yield who lost one person, by claims of what that is put down to, on the day of their incident if it has one."""
    for claim in causes if day else ():
        for whose in _one_lost(given.event(claim), given):
            yield whose, str(day)


def _one_lost(event: Event | None, given: Given) -> Iterator[str]:
    """Yield the side of the one person whose death an event tells."""
    if event is None or event.type != "killing":
        return
    for argument, ref in ((a, r) for a in event.arguments if a.role == "recipient" for r in event.parties("recipient")):
        if argument.span is not None and _ONE.search(argument.span.quote):
            yield side(ref, given.codebook.parties)
            return
