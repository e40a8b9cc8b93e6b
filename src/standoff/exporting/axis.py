"""Place days on the axis of a drawn timeline, in percent of its width, with readable marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.model.clock import Interval
from standoff.views.timeline import Lane, Tick, extent
from standoff.views.wording import day_words

_STEPS = (1, 2, 7, 14, 30, 91, 182, 365, 730, 1825, 3650, 18250)
_LAST_LABEL = 93.0  # percent: a name further right would run out of the picture
_LABELS = 7  # more would run into one another on a phone
_SPREAD = 1.6  # percent between marks of one day that would else lie upon one another
_DAY_SECONDS = 86400


@dataclass(frozen=True, slots=True)
class Axis:
    """Hold the first and last day shown."""

    first: date
    days: int

    def at(self, bound: str, end: bool = False) -> float:
        """Return where a day (its end, if asked) or minute lies, 0 to 100."""
        day = date.fromisoformat(bound[:10])
        part = 1.0 if end else 0.0
        if len(bound) > 10:
            hours, minutes = int(bound[11:13]), int(bound[14:16])
            part = (hours * 3600 + minutes * 60) / _DAY_SECONDS
        return round(100 * ((day - self.first).days + part) / self.days, 2)

    def labels(self) -> tuple[tuple[float, str], ...]:
        """Return where days are named, and how."""
        step = next((step for step in _STEPS if self.days / step <= _LABELS), _STEPS[-1])
        days = (self.first + timedelta(days=n) for n in range(0, self.days, step))
        return tuple(
            (self.at(day.isoformat()), day_words(day)) for day in days if self.at(day.isoformat()) < _LAST_LABEL
        )


@dataclass(frozen=True, slots=True)
class Drawn:
    """Hold one tick as drawn: a bar from `left` over `width`, its sign at `centre`, all in percent."""

    tick: Tick
    left: float
    width: float
    centre: float


@dataclass(frozen=True, slots=True)
class Track:
    """Hold one lane as drawn on both clocks."""

    lane: Lane
    happened: tuple[Drawn, ...]
    said: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Hold an axis with its tracks, and how many statements of each side are undated."""

    axis: Axis
    tracks: tuple[Track, ...]
    undated: tuple[tuple[str, int], ...] = ()


def chart(lanes: Sequence[Lane]) -> Chart | None:
    """Draw lanes, or nothing where nothing is dated."""
    bounds = extent(tuple(lanes))
    if bounds is None:
        return None
    first, last = (date.fromisoformat(bound) for bound in bounds)
    margin = timedelta(days=1 + (last - first).days // 20)
    axis = Axis(first - margin, (last - first + 2 * margin).days + 1)
    dated = (lane for lane in lanes if lane.happened or lane.said)
    tracks = (Track(lane, _drawn(axis, lane.happened), _drawn(axis, lane.said)) for lane in dated)
    undated = tuple((lane.side.name, lane.undated) for lane in lanes if lane.undated)
    return Chart(axis, tuple(tracks), undated)


def _drawn(axis: Axis, ticks: Iterable[Tick]) -> tuple[Drawn, ...]:
    """Draw ticks in order, moved apart where they would cover one another."""
    found: list[Drawn] = []
    taken = -_SPREAD
    for tick in ticks:
        left, width = _bar(axis, tick.when)
        centre = min(max(left + width / 2, taken + _SPREAD), 99.0)
        taken = centre
        found.append(Drawn(tick, left, width, round(centre, 2)))
    return tuple(found)


def _bar(axis: Axis, when: Interval) -> tuple[float, float]:
    """Return left and width of an interval; an open bound reaches to the axis' end."""
    left = axis.at(when.earliest) if when.earliest else 0.0
    right = axis.at(when.latest, end=True) if when.latest else 100.0
    return left, round(max(right - left, 0.0), 2)
