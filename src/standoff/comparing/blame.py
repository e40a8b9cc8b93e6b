"""Find happenings that two sides put on each other: two incidents of one time with the roles exchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from standoff.codebook.load import Codebook
from standoff.comparing import explain
from standoff.comparing.occurrence import build
from standoff.comparing.tables import Sides
from standoff.model.claim import OCCURRED, Claim, Discrepancy, claim_id
from standoff.model.entity import PartyRef
from standoff.model.incident import Incident
from standoff.values import party, place
from standoff.values.contest import RESPONSIBILITY
from standoff.values.place import separation_km
from standoff.values.sides import side

_WEIGHT = 0.8
_WEEK = 7
# Happenings dated less closely than this are put beside each other only where one report tells both.
FEW_DAYS = 2
# A charge without a day, told in one report with the charge it answers, can be of the days after that.
_RETORT_DAYS, _NEVER = 5, 10_000
# Two happenings placed further apart than this are two, whoever began them.
_APART_KM = 50.0
Cells = Mapping[tuple[str, str], list[Claim]]
Key = tuple[str, str, str]


def mutual_blame(
    incidents: Iterable[Incident], cells: Cells, codebook: Codebook
) -> Iterator[tuple[Discrepancy, Sequence[Claim]]]:
    """Yield pairs of incidents that two sides put on each other, with the claims of responsibility this makes."""
    sides = Sides(codebook)
    waiting: defaultdict[Key, list[Incident]] = defaultdict(list)
    for incident in incidents:
        for kind, actor, teller in blamed(incident, cells, sides):
            for other in waiting[kind, teller, actor]:
                made = _pair(other, incident, cells, sides)
                if made:
                    yield made
            waiting[kind, actor, teller].append(incident)


def blamed(incident: Incident, cells: Cells, sides: Sides) -> Iterator[Key]:
    """Yield the kind of an incident, who is said to have done it, and each side that says so of it.

    Where those to whom it was done are known, only they count as the other side of the quarrel.
    """
    codebook = sides.codebook
    kind = codebook.kind(incident.type)
    if kind is None or not kind.comment or not incident.actors:
        return
    actor = side(incident.actors[0], codebook.parties)
    suffered = {side(ref, codebook.parties) for ref in incident.recipients[:1]}
    occurred, named = (cells.get((incident.id, slot), ()) for slot in (OCCURRED, "actor"))
    for teller in sorted(_tellers(occurred, sides) & _tellers(named_there(named, occurred), sides)):
        if teller != actor and (not suffered or teller in suffered):
            yield kind.id, actor, teller


def _tellers(told: Iterable[Claim], sides: Sides) -> set[str]:
    """Return the sides that make some claims: who counts the dead has not said yet who killed them."""
    return {sides.of(claim) for claim in told if sides.spoken(claim) and claim.polarity == "asserts"}


def named_there(named: Iterable[Claim], occurred: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims of who did it but those whose doer is inferred from another sentence than the one that tells it."""
    sentences = {claim.event: claim.evidence[0] for claim in occurred}
    return (c for c in named if c.event not in sentences or sentences[c.event].contains(c.quote))


def _pair(one: Incident, other: Incident, cells: Cells, sides: Sides) -> tuple[Discrepancy, Sequence[Claim]] | None:
    """Return the discrepancy of two incidents with roles exchanged, each told by the side that the other blames."""
    width = _together(one, other)
    if width is None:
        return None
    book = sides.codebook.parties
    actor, blamed = side(one.actors[0], book), side(other.actors[0], book)
    if _owned(one, actor, cells, sides) and _owned(other, blamed, cells, sides):
        return None  # each says that it struck: nobody is in dispute
    mine = [held_responsible(c, one.actors[0], actor) for c in _charges(one, actor, blamed, (cells, sides))]
    theirs = [held_responsible(c, other.actors[0], blamed) for c in _charges(other, blamed, actor, (cells, sides))]
    if not mine or not theirs:
        return None
    claims = (*mine, *theirs)
    why = explain.responsibility(mine[0], theirs[0], sides)
    return build("contradiction", claims, why, _WEIGHT / (1 + width / _WEEK), other.id), claims


def _together(one: Incident, other: Incident) -> int | None:
    """Return how many days two incidents may lie apart where they can be one quarrel, or nothing."""
    if not (one.happened.known and other.happened.known):
        return None
    beside = bool(set(one.documents) & set(other.documents))
    apart = 0 if one.happened.overlaps(other.happened) else _days_apart(one, other)
    if _distant(one, other) or (apart and not (beside and apart <= _RETORT_DAYS)):
        return None
    width = max(one.happened.days or 0, other.happened.days or 0) + apart
    return width if width <= FEW_DAYS or beside else None


def _days_apart(one: Incident, other: Incident) -> int:
    """Return how many days lie between two incidents of which one has no day of its own, a retort; else very many."""
    if one.happened.basis == other.happened.basis == "text":
        return _NEVER
    bounds = [(i.happened.first_day, i.happened.last_day) for i in (one, other)]
    gaps = [(start - stop).days for (start, _), (_, stop) in (bounds, bounds[::-1]) if start and stop]
    return max(gaps, default=_NEVER)


def _distant(one: Incident, other: Incident) -> bool:
    """Tell whether two incidents are closely placed, each somewhere else."""
    close = [[p for p in i.places if p.lat is not None and (p.precision_km or 0.0) <= _APART_KM] for i in (one, other)]
    gaps = [separation_km(place.of(a, a.name), place.of(b, b.name)) for a in close[0] for b in close[1]]
    return bool(gaps) and min(gap for gap in gaps if gap is not None) > _APART_KM


def _charges(incident: Incident, doer: str, teller: str, given: tuple[Cells, Sides]) -> list[Claim]:
    """Return the claims of one side that something occurred which name another as the one who did it."""
    cells, sides = given
    occurred = cells[incident.id, OCCURRED]
    named = named_there(cells.get((incident.id, "actor"), ()), occurred)
    naming = {claim.event for claim in named if claim.value.get("side") == doer}
    return [claim for claim in occurred if _says(claim, teller, sides) and claim.event in naming]


def _owned(incident: Incident, doer: str, cells: Cells, sides: Sides) -> bool:
    """Tell whether the one who is said to have done it says so himself."""
    named = cells.get((incident.id, "actor"), ())
    return any(_says(claim, doer, sides) and claim.value.get("side") == doer for claim in named)


def _says(claim: Claim, who: str, sides: Sides) -> bool:
    """Tell whether a claim is a side's own word."""
    return claim.polarity == "asserts" and sides.spoken(claim) and sides.of(claim) == who


def held_responsible(claim: Claim, responsible: PartyRef, whose: str) -> Claim:
    """Return the claim of responsibility that a claim of occurrence makes."""
    return replace(
        claim,
        id=claim_id(RESPONSIBILITY, claim.quote, claim.statement, claim.event),
        slot=RESPONSIBILITY,
        value=party.of(responsible, claim.quote.quote, whose),
    )
