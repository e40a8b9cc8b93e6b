"""Name incidents neutrally: what is alleged, between whom, where and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from standoff.codebook.incidents import IncidentKind
from standoff.codebook.load import Codebook
from standoff.joining.mentions import Mention
from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.values.days import span_words
from standoff.values.names import head_of, with_article

# From this radius (kilometres) on, something happened in a place, not at it.
_WIDE_KM = 20.0
_LONG = 300  # days, from which on years are enough
_MANY = 3  # one of so many who tell of something that is nobody's fault has to deny it, for it to be called alleged
Sides = tuple[Sequence[PartyRef], Sequence[PartyRef]]


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
    sides: Sides,
    places: Sequence[PlaceRef],
    happened: Interval,
    codebook: Codebook,
) -> str:
    """Return a neutral name; 'alleged' stands wherever no report tells the happening in its own voice unopposed."""
    type_ = main_type(members)
    kind = main_kind(members, codebook)
    articled = codebook.incidents.list("articled")
    named = _Named(*([with_article(ref.name, articled) for ref in refs] for refs in _without_own(sides)))
    known = codebook.events.types.get(type_)
    if kind.roles == "mutual" or (known is not None and known.mutual):
        words = f"{kind.name(type_)} {named.together(kind.shared(type_))}"
    elif named.alike:
        words = f"{kind.name(type_)} {named.together('involving')}"
    else:
        aim = kind.aim(type_, persons=all(ref.kind == "person" for ref in sides[1]))
        words = f"{kind.name(type_)} {named.apart(kind.agent(type_), aim)}"
    place = _telling(places, sides)
    where = with_article(place.name, articled) if place else ""
    if place and where not in (*named.actors, *named.recipients):
        words = f"{words.strip()} {_preposition(place, codebook)} {where}"
    words = " ".join(words.split())
    if _alleged(members, kind):
        words = f"alleged {words}"
    day = days(happened)
    return words[0].upper() + words[1:] + (f", {day}" if day else "")


def _telling(places: Sequence[PlaceRef], sides: Sides) -> PlaceRef | None:
    """Return the first place that says more than who took part, as `Chad-Sudan border` does not beside both."""
    names = {ref.name for refs in sides for ref in refs}
    said = (place for place in places if len(names) < 2 or not all(name in place.name for name in names))
    return next(said, places[0] if places else None)


def _without_own(sides: Sides) -> Sides:
    """Leave out persons beside a state in the same role, and those of a state that is named in the other."""
    states = {ref.state for refs in sides for ref in refs if ref.kind == "state"}
    actors, recipients = ([ref for ref in refs if ref.kind != "person" or _alone(ref, refs, states)] for refs in sides)
    return actors, recipients


def _alone(person: PartyRef, beside: Sequence[PartyRef], states: AbstractSet[str | None]) -> bool:
    """Tell whether a person is named for himself: no state stands beside him, nor his own elsewhere."""
    return person.state not in states and not any(ref.kind == "state" for ref in beside)


@dataclass(frozen=True, slots=True)
class _Named:
    """Hold the names of those who acted and of those acted on, as they stand in a sentence."""

    actors: Sequence[str]
    recipients: Sequence[str]

    @property
    def alike(self) -> bool:
        """Tell whether reports have each side act on the other."""
        return len(self.actors) > 1 and set(self.actors) == set(self.recipients)

    def together(self, before: str) -> str:
        """Name all who take part."""
        names = tuple(dict.fromkeys((*self.actors, *self.recipients)))
        if not names:
            return ""
        return f"{before if len(names) > 1 else 'involving'} {_listed(names)}"

    def apart(self, agent: str, aim: str) -> str:
        """Name who acted and who was acted on; an aim with `of` stands first, close to its noun."""
        parts = [f"{agent} {_listed(self.actors)}"] if self.actors else []
        done = [f"{aim} {_listed(self.recipients)}"] if self.recipients else []
        return " ".join([*done, *parts] if aim.startswith("of") else [*parts, *done])


def _alleged(members: Sequence[Mention], kind: IncidentKind) -> bool:
    """Tell whether many deny it, or it rests on what parties say who may blame one another."""
    denials = [m.event.factuality.endswith("-") for m in members]
    if kind.comment or kind.blame:
        return any(denials) or _open(members)
    return _MANY * sum(denials) >= len(denials)


def _open(members: Sequence[Mention]) -> bool:
    """Tell whether somebody is quoted for a happening, or no report is sure that it came about."""
    quoted = any(m.event.statement for m in members)
    return quoted or not any(m.event.factuality == "certain+" for m in members)


def _preposition(place: PlaceRef, codebook: Codebook) -> str:
    """Return `in` for a wide area, `at` for a spot or a border, nothing before a distance (`5 km south of Tine`)."""
    if any(char.isdigit() for char in place.name):
        return ""
    line = head_of(place.name).casefold() in codebook.events.classes["border"].words
    return "in" if (place.precision_km or 0.0) >= _WIDE_KM and not line else "at"


def days(happened: Interval) -> str:
    """Return an interval as a person would write it: 12 May 2021, 12 to 13 May 2021, May 2021, 2020 to 2021."""
    first, last = happened.first_day, happened.last_day
    if first and last and (last - first).days > _LONG and first.year != last.year:
        return f"{first.year} to {last.year}"
    return span_words(happened).replace(" – ", "–").replace("–", " to ")


def _listed(names: Sequence[str]) -> str:
    """Return up to three names as a list of words."""
    shown = list(names[:3])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
