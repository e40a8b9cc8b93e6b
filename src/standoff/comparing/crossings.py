"""Say by what keys incidents are set against each other, so that what one more report changes is found by look-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from standoff.comparing.accused import deed_of
from standoff.comparing.blame import FEW_DAYS, blamed
from standoff.comparing.elsewhere import appealing, losing
from standoff.comparing.given import Given
from standoff.comparing.tables import Cell
from standoff.model.claim import Claim
from standoff.model.incident import Incident
from standoff.model.sketch import Crossing

_BLAME, _APPEAL, _UNSAID, _DEATH, _DEED = "blame", "appeal", "unsaid", "death", "deed"
ALWAYS = ("", "~")  # below and above all ranks


def crossings(incidents: Iterable[Incident], cells: Mapping[Cell, list[Claim]], given: Given) -> Iterator[Crossing]:
    """Yield under which keys incidents stand: who blames whom, who appeals on which day, who lost somebody on it."""
    for incident in incidents:
        for key in sorted(set(_keys(incident, cells, given))):
            yield Crossing(key, (incident.happened.earliest or "")[:10], incident.id)


def _keys(incident: Incident, cells: Mapping[Cell, list[Claim]], given: Given) -> Iterator[str]:
    """Yield the keys of one incident."""
    for parts in blamed(incident, cells, given.sides):
        yield _joined(_BLAME, *parts)
    deed = deed_of(incident, cells, given.sides)
    if deed is not None:
        yield _joined(_DEED, *deed)
    unsaid = any(claim.value.get("unsaid") for claim in cells.get((incident.id, "recipient"), ()))
    for appeal in appealing(cells.get((incident.id, "actor"), ()), given):
        yield _joined(_APPEAL, *appeal)
        if unsaid:
            yield _joined(_UNSAID, *appeal)
    for loss in losing(cells.get((incident.id, "cause"), ()), given.days.get(incident.id), given):
        yield _joined(_DEATH, *loss)


def counterparts(crossing: Crossing, incident: Incident | None) -> Iterator[tuple[str, str, str]]:
    """Yield the keys, with least and highest rank, under which those stand that an incident is set against.

    Accounts of an appeal are set against each other only where one of them says that it leaves the addressee out; what
    happened nobody knows when is no answer to a charge.
    """
    name, *parts = crossing.key.split("|")
    if name == _BLAME:
        kind, actor, teller = parts
        if incident is None or incident.happened.known:
            yield (_joined(_BLAME, kind, teller, actor), *_days(incident))
    elif name in (_DEATH, _DEED):
        yield (crossing.key, *ALWAYS)
    elif name == _UNSAID:
        yield (_joined(_APPEAL, *parts), *ALWAYS)


def also_left_out(crossing: Crossing) -> str | None:
    """Return the key under which an incident stands that leaves out to whom an appeal went that a crossing is of."""
    name, *parts = crossing.key.split("|")
    return _joined(_UNSAID, *parts) if name == _APPEAL else None


def _joined(*parts: str) -> str:
    """Return the parts of a key as one text."""
    return "|".join(part.replace("|", "/") for part in parts)


def _days(incident: Incident | None) -> tuple[str, str]:
    """Return between which first days two happenings of a few days can meet."""
    first = incident.happened.first_day if incident else None
    last = incident.happened.last_day if incident else None
    if first is None or last is None:
        return ALWAYS
    return (first - timedelta(days=FEW_DAYS)).isoformat(), last.isoformat()
