"""Find happenings that two sides put on each other: two incidents of one time with the roles exchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from standoff.codebook.load import Codebook
from standoff.comparing import explain
from standoff.comparing.occurrence import build
from standoff.comparing.tables import Sides
from standoff.model.claim import Claim, Discrepancy, claim_id
from standoff.model.entity import PartyRef
from standoff.model.incident import Incident
from standoff.values import party
from standoff.values.sides import side

_WEIGHT = 0.8
_WEEK = 7
# Happenings dated less closely than this are put beside each other only where one report tells both.
_FEW_DAYS = 2
Cells = Mapping[tuple[str, str], list[Claim]]


def mutual_blame(
    incidents: Iterable[Incident], cells: Cells, codebook: Codebook
) -> Iterator[tuple[Discrepancy, Sequence[Claim]]]:
    """Yield pairs of incidents that two sides put on each other, with the claims of responsibility this makes."""
    sides = Sides(codebook)
    waiting: defaultdict[tuple[str, frozenset[str]], list[Incident]] = defaultdict(list)
    for incident in incidents:
        key = _key(incident, codebook)
        if key is None:
            continue
        for other in waiting[key]:
            made = _pair(incident, other, cells, sides)
            if made:
                yield made
        waiting[key].append(incident)


def _key(incident: Incident, codebook: Codebook) -> tuple[str, frozenset[str]] | None:
    """Return kind and sides of an incident that one side is said to have done to another, or nothing."""
    known = codebook.events.types.get(incident.type)
    kind = codebook.incidents.kind(incident.type, known.family if known else incident.type)
    pair = frozenset(side(ref, codebook.parties) for ref in (*incident.actors[:1], *incident.recipients[:1]))
    return (kind.id, pair) if kind and kind.comment and incident.actors and len(pair) == 2 else None


def _pair(one: Incident, other: Incident, cells: Cells, sides: Sides) -> tuple[Discrepancy, Sequence[Claim]] | None:
    """Return the discrepancy of two incidents with roles exchanged, each told by the side that the other blames."""
    book = sides.codebook.parties
    actor, blamed = side(one.actors[0], book), side(other.actors[0], book)
    if actor == blamed or not one.happened.known or not one.happened.overlaps(other.happened):
        return None
    mine = [_held(c, one.actors[0], actor) for c in cells.get((one.id, "occurred"), ()) if _says(c, blamed, sides)]
    theirs = [
        _held(c, other.actors[0], blamed) for c in cells.get((other.id, "occurred"), ()) if _says(c, actor, sides)
    ]
    if not mine or not theirs:
        return None
    width = max(one.happened.days or 0, other.happened.days or 0)
    if width > _FEW_DAYS and not set(one.documents) & set(other.documents):
        return None
    claims = (*mine, *theirs)
    why = explain.responsibility(mine[0], theirs[0], sides)
    return build("contradiction", claims, why, _WEIGHT / (1 + width / _WEEK), other.id), claims


def _says(claim: Claim, who: str, sides: Sides) -> bool:
    """Tell whether a claim is a side's own word that something occurred."""
    return claim.polarity == "asserts" and claim.statement is not None and sides.of(claim) == who


def _held(claim: Claim, responsible: PartyRef, whose: str) -> Claim:
    """Return the claim of responsibility that a claim of occurrence makes."""
    return replace(
        claim,
        id=claim_id("responsibility", claim.quote, claim.statement, claim.event),
        slot="responsibility",
        value=party.of(responsible, claim.quote.quote, whose),
    )
