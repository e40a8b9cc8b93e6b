"""Find the two sides of the fight a text tells of, for words that name it without them (`the clashes`, `the truce`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from standoff.codebook.event_types import EventType
from standoff.codebook.happenings import EventBook
from standoff.coding.marks import Filled
from standoff.coding.roles import Cast

_OPPOSING = frozenset({"ASSAULT", "COERCE", "ACCUSE", "THREATEN"})
_FIGHTS = frozenset({"fighting", "war", "ceasefire"})
_LEAST = 2  # times that two sides must be told as opposed
_PART = 0.5  # of all opposed pairs that theirs must be


def sides_of(types: Mapping[int, str], casts: Mapping[int, Cast], book: EventBook) -> tuple[Filled, ...]:
    """Return the two parties a text tells most as doing harm to each other, or nothing where none stand out."""
    pairs: Counter[tuple[str, str]] = Counter()
    first: dict[str, Filled] = {}
    for token, cast in casts.items():
        kind = book.types[types[token]]
        if kind.plover not in _OPPOSING and not is_fight(kind):
            continue
        named = _opposed(kind, cast)
        if len(named) == 2:
            pairs[min(named), max(named)] += 1
            for key, filled in named.items():
                first.setdefault(key, filled)
    for pair, count in pairs.most_common(1):
        if count >= _LEAST and count >= _PART * pairs.total():
            return tuple(first[key] for key in pair)
    return ()


def _opposed(kind: EventType, cast: Cast) -> dict[str, Filled]:
    """Return the two opposed in one deed: who does it and to whom, or those who fight each other."""
    actors, recipients = _keyed(cast.actors), _keyed(cast.recipients)
    if kind.mutual and len(actors) == 2:
        return actors
    alone = len(actors) == 1 and len(recipients) == 1 and not actors.keys() & recipients.keys()
    return {**actors, **recipients} if alone else {}


def _keyed(fillers: Iterable[Filled]) -> dict[str, Filled]:
    """Return fillers by the side they are of."""
    return {key: filled for filled in fillers for key in side_keys(filled)}


def side_keys(filled: Filled) -> tuple[str, ...]:
    """Return the sides a filler is of: states and known parties, those they belong to first."""
    refs = (filled.principal,) if filled.principal is not None else filled.refs
    return tuple(dict.fromkeys(key for ref in refs if (key := ref.state or ref.party)))


def is_fight(kind: EventType) -> bool:
    """Tell whether a type is a fight, a war or a truce that both sides take part in."""
    return kind.family in _FIGHTS and (kind.mutual or kind.family == "ceasefire")


def against(sides: tuple[Filled, ...], harmed: Iterable[Filled]) -> tuple[Filled, ...]:
    """Return the sides that are not among those harmed; all where none or all of them are."""
    hurt = {key for filled in harmed for key in side_keys(filled)}
    others = tuple(side for side in sides if not hurt & set(side_keys(side)))
    return others or sides


def foes(sides: tuple[Filled, ...], harmed: Iterable[Filled]) -> tuple[Filled, ...]:
    """Return the other of two opposed sides where those harmed are of one of them alone; nothing where that is open."""
    hurt = {key for filled in harmed for key in side_keys(filled)}
    theirs = [side for side in sides if hurt & set(side_keys(side))]
    return tuple(side for side in sides if side not in theirs) if len(theirs) == 1 else ()
