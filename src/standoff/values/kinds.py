"""Find the value type of a name that slots.yaml uses."""

from __future__ import annotations

from standoff.values import channel, count, date, distance, duration, party, place, text
from standoff.values.base import ValueType

KINDS: dict[str, ValueType] = {
    "count": count,
    "distance": distance,
    "duration": duration,
    "date": date,
    "place": place,
    "party": party,
    "channel": channel,
    "text": text,
}


def kind(name: str) -> ValueType:
    """Return a value type; slots.yaml is checked against these names when it is loaded."""
    return KINDS[name]
