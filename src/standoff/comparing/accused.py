"""Find one deed for which different parties are held responsible: two incidents of one type, place and stated day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from standoff.comparing import explain
from standoff.comparing.blame import Cells, held_responsible, named_there
from standoff.comparing.occurrence import build
from standoff.comparing.tables import Sides
from standoff.model.claim import OCCURRED, Claim, Discrepancy
from standoff.model.entity import PartyRef
from standoff.model.incident import Incident
from standoff.values.sides import side

_WEIGHT = 0.6
# A place known less closely (kilometres) can hold several deeds of a type on one day.
_CLOSE_KM = 15.0
Deed = tuple[str, str, str]  # type, place and day
Blamed = Mapping[str, Sequence[Claim]]  # side held responsible -> the claims that say so


def other_culprits(
    incidents: Iterable[Incident], cells: Cells, sides: Sides
) -> Iterator[tuple[Discrepancy, Sequence[Claim]]]:
    """Yield pairs of incidents that tell of one deed but put it on others, with the claims of responsibility."""
    waiting: defaultdict[Deed, list[Incident]] = defaultdict(list)
    for incident in incidents:
        deed = deed_of(incident, cells, sides)
        if deed is None:
            continue
        for other in waiting[deed]:
            made = _pair(other, incident, cells, sides)
            if made:
                yield made
        waiting[deed].append(incident)


def deed_of(incident: Incident, cells: Cells, sides: Sides) -> Deed | None:
    """Return the type, place and day of an incident that somebody is held responsible for, where all three are close.

    Who tells of it is another side than the one that did it.
    """
    kind, place = sides.codebook.kind(incident.type), next(iter(incident.places), None)
    if kind is None or not kind.comment or not _one_day(incident):
        return None
    close = place is not None and place.place and place.lat is not None and (place.precision_km or 0.0) <= _CLOSE_KM
    if place is None or not close or not _blamed(incident, cells, sides):
        return None
    return incident.type, str(place.place), str(incident.happened.earliest)[:10]


def _one_day(incident: Incident) -> bool:
    """Tell whether reports state the one day of an incident."""
    happened = incident.happened
    return happened.basis == "text" and bool(happened.earliest) and happened.days == 0


def _blamed(incident: Incident, cells: Cells, sides: Sides) -> Blamed:
    """Return who is held responsible for an incident by sides other than his own; a phrase for nobody known is none."""
    book = sides.codebook.parties
    actor = side(incident.actors[0], book) if len(incident.actors) == 1 else ""
    if not actor or actor.startswith("name:"):
        return {}
    occurred = cells.get((incident.id, OCCURRED), ())
    naming = {c.event for c in named_there(cells.get((incident.id, "actor"), ()), occurred)}
    told = [
        claim
        for claim in occurred
        if claim.polarity == "asserts" and sides.spoken(claim) and sides.of(claim) != actor and claim.event in naming
    ]
    return {actor: told} if told else {}


def _pair(one: Incident, other: Incident, cells: Cells, sides: Sides) -> tuple[Discrepancy, Sequence[Claim]] | None:
    """Return the discrepancy of two incidents put on two parties by different voices, with nobody's roles exchanged."""
    (mine,), (theirs,) = (_blamed(incident, cells, sides).items() for incident in (one, other))
    book = sides.codebook.parties
    suffered = [{side(ref, book) for ref in incident.recipients} for incident in (one, other)]
    apart = bool(suffered[0] and suffered[1]) and suffered[0].isdisjoint(suffered[1])
    exchanged = mine[0] in suffered[1] or theirs[0] in suffered[0]
    if mine[0] == theirs[0] or apart or exchanged or {*map(sides.of, mine[1])} == {*map(sides.of, theirs[1])}:
        return None
    left, right = _held(mine, one.actors[0]), _held(theirs, other.actors[0])
    why = explain.culprits(left[0], right[0], sides)
    claims = (*left, *right)
    return build("disagreement", claims, why, _WEIGHT, other.id), claims


def _held(blamed: tuple[str, Sequence[Claim]], actor: PartyRef) -> list[Claim]:
    """Return the claims of responsibility that some claims of occurrence make."""
    return [held_responsible(claim, actor, blamed[0]) for claim in blamed[1]]
