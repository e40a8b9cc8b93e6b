"""Put an incident on two clocks, when it is said to have happened and when that was said, with a lane for each side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from standoff.model.claim import OCCURRED
from standoff.model.clock import Interval
from standoff.model.event import Event
from standoff.model.statement import Statement
from standoff.views.dossier import Dossier
from standoff.views.sides import OUTLETS, Side, side_of_statement
from standoff.views.wording import Stance


@dataclass(frozen=True, slots=True)
class Tick:
    """Mark one interval on a lane: the stance and the rows behind it."""

    when: Interval
    stance: Stance
    statements: tuple[str, ...]
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """Hold one side's ticks on both clocks, in order, and how many of its statements are undated."""

    side: Side
    happened: tuple[Tick, ...]
    said: tuple[Tick, ...]
    undated: int


@dataclass(slots=True)
class _Gathered:
    """Gather one side's ticks by interval and stance."""

    happened: dict[tuple[Interval, Stance], tuple[list[str], list[str]]] = field(default_factory=dict)
    said: dict[tuple[Interval, Stance], list[str]] = field(default_factory=dict)
    undated: int = 0


def timeline(dossier: Dossier, sides: tuple[Side, ...]) -> tuple[Lane, ...]:
    """Lay an incident's members and statements out in the order of the sides; a side without any has no lane."""
    gathered: dict[str, _Gathered] = {side.key: _Gathered() for side in sides}
    stances = _stances(dossier)
    for event in dossier.events.values():
        _add_event(gathered, event, dossier)
    for statement in dossier.statements.values():
        lane = gathered.setdefault(side_of_statement(statement, dossier.book).key, _Gathered())
        if statement.said_at is None or not statement.said_at.known:
            lane.undated += 1
            continue
        key = (statement.said_at, stances.get(statement.id, _own_stance(statement)))
        lane.said.setdefault(key, []).append(statement.id)
    return tuple(_lane(side, gathered[side.key]) for side in sides if _filled(gathered[side.key]))


def _stances(dossier: Dossier) -> Mapping[str, Stance]:
    """Return where statements stand on whether it happened, by statement."""
    return {
        c.statement: c.polarity for c in dossier.claims if c.slot == OCCURRED and c.statement and c.polarity != "open"
    }


def _own_stance(statement: Statement) -> Stance:
    """Return the stance a statement takes by its own act."""
    if statement.act in {"urge", "demand", "request"}:
        return "urges"
    return "no_position" if statement.polarity == "open" else statement.polarity


def _add_event(gathered: dict[str, _Gathered], event: Event, dossier: Dossier) -> None:
    """Put one dated member on the lane of its voice."""
    if event.happened is None or not event.happened.known:
        return
    voice = dossier.statements.get(event.statement or "")
    side = side_of_statement(voice, dossier.book) if voice else OUTLETS
    stance: Stance = "denies" if event.factuality.endswith("-") else "asserts"
    if event.frame in {"planned", "hypothetical"} or event.factuality == "unknown":
        stance = "no_position"
    tick = gathered.setdefault(side.key, _Gathered()).happened.setdefault((event.happened, stance), ([], []))
    tick[0].append(event.id)
    if voice:
        tick[1].append(voice.id)


def _filled(lane: _Gathered) -> bool:
    """Tell whether a lane holds anything."""
    return bool(lane.happened or lane.said or lane.undated)


def _when(interval: Interval) -> tuple[str, str]:
    """Return what ticks are ordered by."""
    return interval.earliest or interval.latest or "", interval.latest or interval.earliest or ""


def _lane(side: Side, lane: _Gathered) -> Lane:
    """Return one side's lane."""
    happened = (
        Tick(when, stance, tuple(dict.fromkeys(voices)), tuple(events))
        for (when, stance), (events, voices) in lane.happened.items()
    )
    said = (Tick(when, stance, tuple(keys)) for (when, stance), keys in lane.said.items())
    return Lane(
        side,
        tuple(sorted(happened, key=lambda tick: _when(tick.when))),
        tuple(sorted(said, key=lambda tick: _when(tick.when))),
        lane.undated,
    )


def extent(lanes: tuple[Lane, ...]) -> tuple[str, str] | None:
    """Return the first and last day on both clocks, or nothing where nothing is dated."""
    days = [
        bound[:10]
        for lane in lanes
        for tick in (*lane.happened, *lane.said)
        for bound in (tick.when.earliest, tick.when.latest)
        if bound
    ]
    return (min(days), max(days)) if days else None
