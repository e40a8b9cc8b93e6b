"""Tell for whom a body or officer stands whose owner is not said: by who speaks, where, and whom the text tells of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from standoff.grounding.laid import opening
from standoff.grounding.parties.described import Context, Described, with_role
from standoff.model.annotation import Annotation

EMBASSY, AMBASSADOR = "embassy", "ambassador"
_SEAT = 1.5  # prominence that the state gains from which a text is written
_VOICE = 2.0  # prominence that the party gains for which somebody spoke last
_HOME = 2.5  # prominence that the state gains of which a text tells most
_OVER = 5.0  # prominence that the party gains for which the one speaks in whose words an officer is named
_HERE = 4.0  # prominence that the state gains in whose capital, by the clause, something is said
_THERE = 2.5  # prominence that the state gains in one of whose towns, by the words that open the sentence, it is said
_BODIES = 0.5  # what is told of a state's bodies and officers, beside what is told of the state
_FLOOR = -4.0  # prominence of what the text has not told of lately
_REACH = 12  # sentences
_SOUND = 1.0  # prominence that a side gains with each unit by which a name sounds of its state
_LOUDEST = 5.0  # units that count
_STRANGE = -1.5  # units below which a name is hardly that of somebody from a state
_FIGHTING = frozenset({"REB", "SEP"})
_DEEP = 2  # prepositions followed ("at a briefing in Baku")
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
_AT = frozenset({"in", "from", "at"})


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold whose side is asked for: the token of a body or officer, and the name of an officer who has one."""

    token: int
    officer: bool = False
    name: str = ""


def focus(context: Context, asked: Asked) -> str | None:
    """Return the state that a body or officer is of whose state is not said: the likeliest one, or the text's."""
    states, discourse = context.book.states, context.discourse
    voice = None if asked.name else discourse.going_on(asked.token) or discourse.speaker_over(asked.token)
    if voice in states:
        return voice
    found = _likeliest(context, asked, lambda party: party in states)
    return found or context.cast.seat or context.cast.home or _place_of(context, asked.token)


def state_owner(context: Context, said: Described) -> str | None:
    """Return the state (or de facto authority) behind a description: its owner's, else the one in focus."""
    if said.owner is None:
        return focus(context, Asked(said.token, said.role.sort == "office"))
    ref = said.owner.ref
    if ref.party in context.book.states:
        return ref.party
    if ref.kind == "person" or (ref.party and "/" in ref.party) or "composed" in said.owner.features:
        return said.owner.principal.party if said.owner.principal and said.owner.principal.party else None
    return None


def guest(context: Context, said: Described) -> str | None:
    """Return the state whose embassy or envoy is meant: that of the last one told of, else a foreign one in focus."""
    known = with_role(context, said, EMBASSY) or with_role(context, said, AMBASSADOR)
    if known is not None:
        owners = (owner for role, owner in sorted(known.roles) if role in {EMBASSY, AMBASSADOR})
        return next((owner for owner in owners if owner in context.book.states), None)
    states, home = context.book.states, context.cast.home
    return _likeliest(context, Asked(said.token, True), lambda party: party in states and party != home)


def standing(context: Context, asked: Asked) -> str | None:
    """Return the state or other party for which a spokesperson speaks whose owner is not said, or nothing."""
    return _likeliest(context, asked, lambda _: True) or context.cast.home


def opponent(context: Context, token: int) -> str | None:
    """Return the likeliest state or armed party other than the one for which somebody speaks at a token, or nothing."""
    last = context.discourse.voice_before(token)
    mine = context.discourse.party_over(token) or (last.side if last else None)

    def fits(party: str) -> bool:
        held = context.book.get(party)
        return party != mine and held is not None and (held.kind == "state" or held.sector in _FIGHTING)

    return _likeliest(context, Asked(token), fits) if mine else None


def _likeliest(context: Context, asked: Asked, fits: Callable[[str], bool]) -> str | None:
    """Return the most prominent side that is told of, or nothing where none is."""
    discourse = context.discourse
    here = discourse.sentence(asked.token)
    own: dict[str, float] = {}
    parts: dict[str, float] = {}
    for entity in discourse.recent():
        side = None if entity.kind == "person" else entity.side
        if side is None or here - entity.sentence > _REACH or not fits(side):
            continue
        told = own if entity.resolved.ref.party == side else parts
        told[side] = max(told.get(side, _FLOOR), discourse.prominence(entity, here))
    gained = _gains(context, asked)

    def score(side: str) -> float:
        told_of = own.get(side, _FLOOR) + _BODIES * parts.get(side, _FLOOR)
        return told_of + gained.get(side, 0.0) + _SOUND * _sound(context, asked.name, side)

    return max([*own, *(side for side in parts if side not in own)], key=score, default=None)


def is_strange(context: Context, name: str, state: str) -> bool:
    """Tell whether a person's name is hardly one of a state."""
    return _sound(context, name, state) < _STRANGE


def _sound(context: Context, name: str, side: str) -> float:
    """Return by how much the name of an officer sounds of a side's state rather than of any, within bounds."""
    held = context.book.get(side) if name else None
    state = side if side in context.book.states else held.state if held else None
    told = context.book.origins.likeness(name, state) if name and state else 0.0
    return max(-_LOUDEST, min(told, _LOUDEST))


def _told(context: Context, asked: Asked) -> Iterator[tuple[str | None, float]]:
    """Yield parties that the text or the words over a token tell, with what they gain by that."""
    cast, discourse, token = context.cast, context.discourse, asked.token
    yield from ((cast.home, _HOME), (cast.seat, _SEAT))
    last = discourse.voice_before(token)
    if last is not None:
        yield last.side, _VOICE
    yield capital_of(context, token, fronted=asked.officer), _HERE
    yield town_of(context, token), _THERE
    yield seat_of(context, token), _HERE
    if asked.name:
        yield discourse.going_on(token) or discourse.speaker_over(token), _VOICE
    if asked.officer:
        yield discourse.party_over(token), _OVER
        yield _about_to_act(context, token), _OVER


def _place_of(context: Context, token: int) -> str | None:
    """Return the state of the place named last in the sentence of a token, where nothing else tells one."""
    parse = context.page.parse
    start = parse.starts[parse.sentence_of(token).start]
    places = (context.page.place_grounding(m) for m in context.page.within(start, parse.starts[token], "name"))
    found = [tie.place.country for tie in places if tie and tie.place]
    return found[-1] if found and found[-1] in context.book.states else None


def _about_to_act(context: Context, token: int) -> str | None:
    """Return who, in the words that an officer says, is about to do something ("Poland will reopen it, Roe said")."""
    parse, future = context.page.parse, context.book.words.future
    for clause in parse.children_of(parse.heads[token], "ccomp"):
        if any(parse.lemmas[aux].lower() in future for aux in parse.children_of(clause, "aux")):
            for subject in parse.children_of(clause, "nsubj"):
                told = next((e for e in context.discourse.recent() if e.token == subject), None)
                if told is not None and subject < token:
                    return told.side
    return None


def _gains(context: Context, asked: Asked) -> Mapping[str | None, float]:
    """Return how much likelier parties are: the one most told of, where the text is written, who spoke last."""
    found: dict[str | None, float] = {}
    for party, gain in _told(context, asked):
        if party is not None:
            found[party] = found.get(party, 0.0) + gain
    return found


def capital_of(context: Context, token: int, fronted: bool = False) -> str | None:
    """Return the state whose capital the clause names as where somebody speaks ("the ministry said in Baku").

    A `fronted` place stands before whoever speaks: who says something in a capital may be there on a visit.
    """
    for place, mark in _settings(context, token):
        if mark.attributes.get("sense") == "capital" and (place < token or not fronted):
            return str(mark.attributes["party"])
    return None


def seat_of(context: Context, token: int) -> str | None:
    """Return the state of the place that opens the item of a digest in which a token stands."""
    mark = opening(context.page, context.page.parse.starts[token])
    tie = context.page.place_grounding(mark) if mark else None
    named = mark.attributes.get("party") if mark else None
    state = str(named) if named else tie.place.country if tie and tie.place else None
    return state if state in context.book.states else None


def capital_in(context: Context, token: int) -> str | None:
    """Return the state in whose capital somebody serves by the words after his office ("his colleague in Tokyo")."""
    marks = (context.at.get(place) for place in _places(context, token, 1))
    found = (str(m.attributes["party"]) for m in marks if m and m.attributes.get("sense") == "capital")
    return next(found, None)


def town_of(context: Context, token: int) -> str | None:
    """Return the state of the town in which a sentence opens ("In Georgetown, opposition leader Jane Roe said")."""
    for place, mark in _settings(context, token):
        tie = context.page.place_grounding(mark)
        if place < token and tie and tie.place and tie.place.country in context.book.states:
            return tie.place.country
    return None


def _settings(context: Context, token: int) -> Iterator[tuple[int, Annotation]]:
    """Yield the names of the places where the clause sets what a subject, or who is named after it, does."""
    parse = context.page.parse
    while parse.deps[token] in _BEFORE_NOUN and parse.heads[token] > token:
        token = parse.heads[token]
    if parse.deps[token] in {"nsubj", "nsubjpass"}:
        for place in _places(context, parse.heads[token], _DEEP):
            if place in context.at:
                yield place, context.at[place]


def _places(context: Context, head: int, depth: int) -> Iterator[int]:
    """Yield the objects of the prepositions of place under a token."""
    parse = context.page.parse
    for link in parse.children_of(head, "prep"):
        if parse.lemmas[link].lower() in _AT:
            for place in parse.children_of(link, "pobj"):
                yield place
                if depth > 1:
                    yield from _places(context, place, depth - 1)
