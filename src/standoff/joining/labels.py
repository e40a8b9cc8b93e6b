"""Name incidents neutrally: what is alleged, between whom, where and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from standoff.codebook.incidents import IncidentKind
from standoff.codebook.load import Codebook
from standoff.joining.mentions import Mention
from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.values.names import head_of, with_article

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip

# From this radius (kilometres) on, something happened in a place, not at it.
_WIDE_KM = 20.0


def main_type(members: Sequence[Mention]) -> str:
    """Return the type most members tell of; deeds come before outcomes and judging words."""
    counted = Counter(m.event.type for m in members if not m.generic and not m.outcome)
    counted = counted or Counter(m.event.type for m in members if not m.outcome)
    counted = counted or Counter(m.event.type for m in members)
    return min(counted, key=lambda name: (-counted[name], name))


def main_kind(members: Sequence[Mention], codebook: Codebook) -> IncidentKind:
    """Return the kind of happening of the type most members tell of."""
    type_ = main_type(members)
    return codebook.incidents.kinds[next(m.kind for m in members if m.event.type == type_)]


def label(
    members: Sequence[Mention],
    sides: tuple[Sequence[PartyRef], Sequence[PartyRef]],
    places: Sequence[PlaceRef],
    happened: Interval,
    codebook: Codebook,
) -> str:
    """Return a neutral name; 'alleged' stands wherever no report tells the happening in its own voice unopposed."""
    type_ = main_type(members)
    kind = main_kind(members, codebook)
    articled = codebook.incidents.list("articled")
    actors, recipients = ([with_article(ref.name, articled) for ref in refs] for refs in sides)
    parts = [kind.name(type_)]
    known = codebook.events.types.get(type_)
    if kind.roles == "mutual" or (known is not None and known.mutual):
        parts += _mutual(tuple(dict.fromkeys((*actors, *recipients))))
    else:
        parts += [f"by {_listed(actors)}"] if actors else []
        aim = kind.aim(type_, persons=all(ref.kind == "person" for ref in sides[1]))
        parts += [f"{aim} {_listed(recipients)}"] if recipients else []
    where = with_article(places[0].name, articled) if places else ""
    if where and where not in (*actors, *recipients):
        parts.append(f"{_preposition(places[0], codebook)} {where}")
    words = " ".join(parts)
    if _open(members) and kind.comment:
        words = f"alleged {words}"
    day = days(happened)
    return words[0].upper() + words[1:] + (f", {day}" if day else "")


def _open(members: Sequence[Mention]) -> bool:
    """Tell whether somebody is quoted for a happening, denies it, or no report is sure that it came about."""
    quoted = any(m.event.statement or m.event.factuality.endswith("-") for m in members)
    return quoted or not any(m.event.factuality == "certain+" for m in members)


def _preposition(place: PlaceRef, codebook: Codebook) -> str:
    """Return `in` for a town or area that is wide, `at` for a spot, a village or a border."""
    line = head_of(place.name).casefold() in codebook.events.classes["border"].words
    return "in" if (place.precision_km or 0.0) >= _WIDE_KM and not line else "at"


def days(happened: Interval) -> str:
    """Return an interval as a person would write it: 12 May 2021, 12 to 13 May 2021, May 2021, 2020."""
    first, last = happened.first_day, happened.last_day
    if first is None or last is None:
        known = first or last
        return f"{'since' if first else 'until'} {known.day} {_MONTHS[known.month - 1]} {known.year}" if known else ""
    if (last - first).days > 300 or (first.year != last.year and (last - first).days > 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    return f"{first.day} {_MONTHS[first.month - 1]} to {end}"


def _mutual(names: tuple[str, ...]) -> list[str]:
    """Return how sides are named that all take part."""
    if not names:
        return []
    return [f"between {_listed(names)}"] if len(names) > 1 else [f"with {names[0]}"]


def _listed(names: Sequence[str]) -> str:
    """Return up to three names as a list of words."""
    shown = list(names[:3])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
