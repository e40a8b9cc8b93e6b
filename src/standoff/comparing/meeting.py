"""Tell whether two claims can be of one deed by where and when they say that it was."""

from __future__ import annotations

from standoff.comparing.given import Given
from standoff.model.claim import Claim
from standoff.model.clock import Interval
from standoff.model.event import Event
from standoff.values import place
from standoff.values.place import separation_km

# Places known less closely than this (kilometres) say nothing about which of two deeds is meant.
CLOSE_KM = 30.0


def apart(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two claims are told of other days, or of places that lie apart; no report tells what is to come."""
    events = given.event(one), given.event(other)
    if days_apart(_stated(events[0]), _stated(events[1])) > 1 or elsewhere(*events):
        return True
    return _to_come(one, events[1], given) or _to_come(other, events[0], given)


def together(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two claims are told of one stated day, or of one close place, and of nothing apart."""
    events = given.event(one), given.event(other)
    left, right = (_stated(event) for event in events)
    on_a_day = left is not None and right is not None and left.overlaps(right) and max(map(_days, (left, right))) <= 1
    return not apart(one, other, given) and (on_a_day or _near(*events))


def elsewhere(one: Event | None, other: Event | None) -> bool:
    """Tell whether two events are told of close places that lie apart."""
    gap = _gap(one, other)
    return gap is not None and gap > CLOSE_KM


def days_apart(one: Interval | None, other: Interval | None) -> int:
    """Return how many days lie between two times that reports state, none where one of them is not known."""
    if one is None or other is None or not (one.basis == other.basis == "text") or one.overlaps(other):
        return 0
    bounds = [(time.first_day, time.last_day) for time in (one, other)]
    return max(((start - stop).days for (start, _), (_, stop) in (bounds, bounds[::-1]) if start and stop), default=0)


def closely_placed(event: Event | None) -> bool:
    """Tell whether an event is told of a place that is closely known."""
    held = event.place if event is not None else None
    return held is not None and held.lat is not None and (held.precision_km or 0.0) <= CLOSE_KM


def _near(one: Event | None, other: Event | None) -> bool:
    """Tell whether two events are told of close places that lie near each other."""
    gap = _gap(one, other)
    return gap is not None and gap <= CLOSE_KM


def _gap(one: Event | None, other: Event | None) -> float | None:
    """Return how far the places of two events lie apart, or nothing where one is not closely known."""
    left, right = (event.place if event else None for event in (one, other))
    if left is None or right is None or max(left.precision_km or 0.0, right.precision_km or 0.0) > CLOSE_KM:
        return None
    return separation_km(place.of(left, left.name), place.of(right, right.name))


def _stated(event: Event | None) -> Interval | None:
    """Return when an event is said to have happened, or nothing."""
    return event.happened if event is not None and event.happened is not None and event.happened.known else None


def _days(time: Interval) -> int:
    """Return how many days a time spans, very many where it is open."""
    return time.days if time.days is not None else 10_000


def _to_come(claim: Claim, event: Event | None, given: Given) -> bool:
    """Tell whether an event of another report is said to lie after the day on which a claim was published."""
    if event is None or event.document == claim.document:
        return False
    published, stated = given.record.documents[claim.document].published.last_day, _stated(event)
    first = stated.first_day if stated is not None and stated.basis == "text" else None
    return published is not None and first is not None and first > published
