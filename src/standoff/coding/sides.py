"""Find the two sides of the fight a text tells of, for words that name it without them (`the clashes`, `the truce`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from standoff.codebook.event_types import EventType
from standoff.codebook.happenings import EventBook
from standoff.codebook.parties import State
from standoff.coding.marks import Filled
from standoff.coding.roles import Cast
from standoff.model.entity import PartyKind, PartyRef

_OPPOSING = frozenset({"ASSAULT", "COERCE", "ACCUSE", "THREATEN"})
_HARMING = frozenset({"ASSAULT", "COERCE"})  # a call for a truce, or help to it, makes nobody a side
_FIGHTS = frozenset({"fighting", "war", "ceasefire"})
_SETTLING = frozenset({"agreement", "release"})  # families of what two sides do to end a fight
_NAMING: tuple[PartyKind, ...] = ("state", "armed_force", "group", "organisation", "person")
_LEAST = 3  # weight from which two sides stand out: one deed alone is not enough
_OPPOSED, _SETTLED = 2, 1
_PART = 0.5  # of all that the text tells of opposed parties that theirs must be
Pair = tuple[str, str]


def sides_of(
    types: Mapping[int, str], casts: Mapping[int, Cast], book: EventBook, states: Mapping[str, State]
) -> tuple[Filled, ...]:
    """Return the two parties a text tells most as doing harm to each other, or nothing where none stand out.

    Two who fight weigh most; two who accuse one another or settle with each other, or whom the text names apart as
    doing and suffering harm, weigh as well. What one of the two does to a third weighs against them by half.
    """
    pairs: Counter[Pair] = Counter()
    alone: Counter[str] = Counter()
    fighting: set[str] = set()
    first: dict[str, Filled] = {}
    for token, cast in casts.items():
        kind = book.types[types[token]]
        weight = _weight(kind)
        named = _opposed(kind, cast) or _single(cast)
        if not weight:
            continue
        if len(named) == 2:
            pairs[min(named), max(named)] += weight
        elif kind.plover in _HARMING:
            alone.update(named.keys())
        if kind.plover == "ASSAULT" or (is_fight(kind) and len(named) == 2):
            fighting |= named.keys()
        for key, filled in named.items():
            first[key] = min(first.get(key, filled), filled, key=_apart)
    often = [key for key, _ in alone.most_common(2)]
    if len(often) == 2:
        pairs[min(often), max(often)] += min(alone[key] for key in often)
    sides = _standing_out(pairs)
    return tuple(_side(first[key], key, states) for key in sides) if fighting.issuperset(sides) else ()


def _apart(filled: Filled) -> int:
    """Return how far words for a side are from naming it: the side itself, its forces, others known, nobody known."""
    return min(_NAMING.index(ref.kind) if ref.party and ref.kind else len(_NAMING) for ref in filled.refs)


def _side(filled: Filled, key: str, states: Mapping[str, State]) -> Filled:
    """Return a filler as a side; people or a thing of a state, unknown to the codebook, stand for the state."""
    side = as_side(filled)
    if key not in states or any(ref.party is not None for ref in side.refs):
        return side
    return replace(side, refs=(PartyRef(key, states[key].name, key, "state"),))


def as_side(filled: Filled) -> Filled:
    """Return a filler as a side of a fight: its state or group where it is a person or an office."""
    civil = all(ref.kind in ("person", "organisation") for ref in filled.refs)
    return replace(filled, refs=(filled.principal,)) if civil and filled.principal is not None else filled


def _weight(kind: EventType) -> int:
    """Return how much it tells of two that one does such a deed to the other, or that they do it together."""
    if kind.plover in _OPPOSING or is_fight(kind):
        return _OPPOSED
    return _SETTLED if kind.mutual and kind.family in _SETTLING else 0


def _standing_out(pairs: Counter[Pair]) -> tuple[str, ...]:
    """Return the pair that weighs enough, by itself and beside the others, or nothing."""
    for pair, weight in pairs.most_common(1):
        others = sum(w / 2 if set(other) & set(pair) else w for other, w in pairs.items() if other != pair)
        if weight >= _LEAST and weight >= _PART * (weight + others):
            return pair
    return ()


def _opposed(kind: EventType, cast: Cast) -> dict[str, Filled]:
    """Return the two opposed in one deed: who does it and to whom, or those who fight each other."""
    actors, recipients = _keyed(cast.actors), _keyed(cast.recipients)
    if kind.mutual and len(actors) == 2:
        return actors
    alone = len(actors) == 1 and len(recipients) == 1 and not actors.keys() & recipients.keys()
    return {**actors, **recipients} if alone else {}


def _single(cast: Cast) -> dict[str, Filled]:
    """Return the one side that a deed names, as who does it or who suffers it."""
    named = _keyed((*cast.actors, *cast.recipients))
    return named if len(named) == 1 else {}


def _keyed(fillers: Iterable[Filled]) -> dict[str, Filled]:
    """Return fillers by the side they are of, one of several sides cut down to each."""
    found: dict[str, Filled] = {}
    for filled in fillers:
        keys = side_keys(filled)
        for key in keys:
            found[key] = filled if len(keys) == 1 else replace(filled, refs=_refs_of(filled, key))
    return found


def _refs_of(filled: Filled, key: str) -> tuple[PartyRef, ...]:
    """Return the parties of a filler that are of one side."""
    return tuple(ref for ref in filled.refs if key in (ref.state, ref.party))


def side_keys(filled: Filled) -> tuple[str, ...]:
    """Return the sides a filler is of: whom it speaks or fights for first, an armed group and its state apart."""
    if filled.principal is not None:
        key = filled.principal.party or filled.principal.state
        return (key,) if key is not None else ()
    return tuple(dict.fromkeys(key for ref in filled.refs if (key := ref.state or ref.party)))


def is_fight(kind: EventType) -> bool:
    """Tell whether a type is a fight, a war or a truce that both sides take part in."""
    return kind.family in _FIGHTS and (kind.mutual or kind.family == "ceasefire")


def against(sides: tuple[Filled, ...], harmed: Iterable[Filled]) -> tuple[Filled, ...]:
    """Return the sides that are not among those harmed; all where none or all are, but nobody as his own foe."""
    suffering = tuple(harmed)
    hurt = _hurt(sides, suffering)
    own = len(sides) == 1 and sides[0].refs in [filled.refs for filled in suffering]  # "killed two and lost one"
    return tuple(side for side in sides if side not in hurt) or (() if own else sides)


def foes(sides: tuple[Filled, ...], harmed: Iterable[Filled]) -> tuple[Filled, ...]:
    """Return the other of two opposed sides where those harmed are of one of them alone; nothing where that is open."""
    hurt = _hurt(sides, harmed)
    return tuple(side for side in sides if side not in hurt) if len(hurt) == 1 else ()


def _hurt(sides: tuple[Filled, ...], harmed: Iterable[Filled]) -> list[Filled]:
    """Return the sides that those harmed are of: their own, or people of the land that no other side stands for."""
    keys = {key for filled in harmed for key in side_keys(filled)}
    taken = {key for side in sides for key in side_keys(side)}
    return [side for side in sides if keys & ({*side_keys(side)} | ({ref.state for ref in side.refs} - taken))]
