"""Attach times, places and quantities to the trigger whose clause they stand in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from standoff.coding.marks import Marks
from standoff.coding.triggers import Hit
from standoff.model.annotation import Annotation
from standoff.model.entity import PlaceRef
from standoff.model.event import Argument
from standoff.model.page import Page
from standoff.model.parse import Parse
from standoff.model.span import Span
from standoff.values.place import distance_km

_ON_GROUND = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "RETREAT"})
_ENTERING = frozenset({"into", "onto", "across", "inside", "near", "along", "towards", "toward", "through"})
_CLIMB = 10
_APART = frozenset({"after", "before", "later", "earlier", "ago"})
_REACHING = frozenset({"at", "to"})
_FAR = 6
_YEAR_WIDE = 300  # days
_WIDE_KM = 25.0  # from which a place is an area that a town in it narrows
_NEXT = 40  # characters within which the name follows from which a distance is measured


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Hold the times, places and quantities of one trigger, nearest first."""

    times: list[tuple[int, Annotation]] = field(default_factory=list)
    places: list[tuple[int, Annotation]] = field(default_factory=list)
    quantities: list[tuple[int, Annotation]] = field(default_factory=list)


def attach(marks: Marks, hits: Iterable[Hit], carriers: Mapping[int, int]) -> dict[int, Circumstances]:
    """Return the circumstances of each trigger token; `carriers` maps light verbs to the nouns they carry."""
    parse, kept = marks.page.parse, tuple(hits)
    found = {hit.token: Circumstances() for hit in kept}
    signed = {parse.heads[t]: t for t in found if parse.deps[t] == "acl" and parse.tags[t] == "VBN"}
    stations = {**{t: t for t in found}, **carriers, **{n: t for n, t in signed.items() if n not in found}}
    stations = {**_predicates(marks, found), **stations}
    loose: dict[int, list[Annotation]] = {}
    for head, mark in marks.circumstances:
        if (mark.kind == "time" and _dates_a_noun(marks, head, mark, stations)) or (
            parse.heads[head] not in found and _locates(marks.page, mark)  # "withdrew one km from the town": how far
        ):
            continue
        if _sets_apart(parse, mark):
            continue
        reached = _reach(marks, head, stations) or _stands_at(parse, head, mark, stations)
        reached = reached or _under_time(parse, head, mark, stations)
        if reached is not None:
            _put(marks, found[reached[0]], reached[1], mark)
        elif found:
            loose.setdefault(parse.sentence_of(head).start, []).append(mark)
    for bucket in found.values():
        for pairs in (bucket.times, bucket.places, bucket.quantities):
            pairs.sort(key=lambda pair: (pair[0], pair[1].span.start))
    ground = frozenset(hit.token for hit in kept if marks.book.types[hit.entry.type].plover in _ON_GROUND)
    _take_loose(marks, {token: found[token] for token in found if token in ground}, loose)
    return found


def _predicates(marks: Marks, found: Iterable[int]) -> dict[int, int]:
    """Return the verbs whose circumstances are those of a trigger under their subject.

    `The battle took place on Monday`; and `On Monday a group crossed the river, walked on and settled`, where a parser
    may hang the past form on the subject like a participle and start the clause with a later verb.
    """
    parse, verbs = marks.page.parse, {}
    for token in found:
        finite = parse.deps[token] == "acl" and parse.tags[token] == "VBD"
        noun = parse.heads[token] if finite else token
        verb = parse.heads[noun]
        if parse.deps[noun] == "nsubj" and parse.pos[verb] == "VERB" and (finite or _occurs(marks, verb)):
            verbs[verb] = token
    return verbs


def _occurs(marks: Marks, verb: int) -> bool:
    """Tell whether a verb only says that its subject came about (`occurred`, `broke out`, `took place`)."""
    parse = marks.page.parse
    beside = parse.children_of(verb, "prt", "dobj")
    names = (parse.lemmas[verb], *(f"{parse.lemmas[verb]} {parse.forms[c]}" for c in beside))
    return any(name.lower() in marks.book.classes["occurring"].words for name in names)


def _put(marks: Marks, bucket: Circumstances, hops: int, mark: Annotation) -> None:
    """Put a mark where it belongs among a trigger's circumstances."""
    if mark.kind == "time":
        bucket.times.append((hops, mark))
    elif mark.kind == "quantity":
        bucket.quantities.append((hops, mark))
    elif _is_place(marks.page, mark, marks.book.classes["weapon"].words):
        bucket.places.append((hops, mark))


def _take_loose(marks: Marks, found: Mapping[int, Circumstances], loose: Mapping[int, list[Annotation]]) -> None:
    """Give a sentence's only deed on the ground the one place and distance that hang elsewhere in it."""
    parse, weapons = marks.page.parse, marks.book.classes["weapon"].words
    for start, kept in loose.items():
        here = [t for t in parse.sentence_of(start) if t in found]
        named = [m for m in kept if m.kind in ("name", "description") and _is_place(marks.page, m, weapons)]
        places = [m for m in named if _entered(marks, m)]
        if len(here) != 1 or found[here[0]].places or len(places) != 1:
            continue
        found[here[0]].places.append((_FAR, places[0]))
        found[here[0]].quantities.extend((_FAR, m) for m in kept if m.attributes.get("kind") == "distance")


def _entered(marks: Marks, mark: Annotation) -> bool:
    """Tell whether a place is one gone into or told as near, not where somebody spoke (`said in Geneva`)."""
    parse = marks.page.parse
    token = parse.head_of(mark.span.start, mark.span.stop)
    for _ in range(_FAR):
        if token is None or parse.heads[token] == token:
            return False
        token = parse.heads[token]
        if parse.deps[token] == "prep" and parse.forms[token].lower() != "of":
            return parse.forms[token].lower() in _ENTERING
    return False


def _reach(marks: Marks, token: int, stations: Mapping[int, int]) -> tuple[int, int] | None:
    """Return the trigger above a token and the steps to it; a verb that is no trigger ends the way.

    `stations` maps tokens to the triggers they lead to: themselves, nouns that light verbs carry, `the accord signed`.
    """
    parse = marks.page.parse
    hops, first = 0, token
    while hops < _CLIMB:
        token = _told(parse, token, first)
        if token in stations:
            return stations[token], hops
        if parse.pos[token] in ("VERB", "AUX") and parse.deps[token] not in ("xcomp", "pcomp", "aux", "auxpass"):
            return None
        if parse.heads[token] == token:
            return None
        hops += 2 if parse.deps[token] in ("nsubj", "relcl", "appos") else 1
        token = parse.heads[token]
    return None


def _stands_at(parse: Parse, token: int, mark: Annotation, stations: Mapping[int, int]) -> tuple[int, int] | None:
    """Return the trigger whose figure a verb gives, and the steps: `the toll rose to 45`, `put the dead at 17`."""
    if mark.kind != "quantity":
        return None
    prep = parse.heads[token]
    through = parse.deps[token] == "pobj" and parse.forms[prep].lower() in _REACHING
    if not through and parse.deps[token] not in ("dobj", "attr"):
        return None
    verb = parse.heads[prep] if through else prep
    nouns = parse.children_of(verb, "nsubj", "nsubjpass", *(("dobj",) if through else ()))
    nouns += [n for noun in nouns for of in parse.children_of(noun, "prep") for n in parse.children_of(of, "pobj")]
    return next(((stations[noun], _FAR) for noun in nouns if noun in stations), None)


def _locates(page: Page, mark: Annotation) -> bool:
    """Tell whether a distance only says where (`40 km south of Menaka`), which the place then holds, not how far."""
    if mark.attributes.get("kind") != "distance":
        return False
    start, stop = mark.span.stop, mark.span.stop + _NEXT
    behind = page.annotations[bisect_left(page.starts, start) : bisect_left(page.starts, stop)]
    ties = (page.place_grounding(m) for m in behind if m.kind == "name")
    return any(tie and tie.place and tie.place.name.startswith(mark.span.quote) for tie in ties)


def _sets_apart(parse: Parse, mark: Annotation) -> bool:
    """Tell whether a length of time only sets two happenings apart (`two weeks after the raid`, `hours later`)."""
    if mark.attributes.get("kind") != "duration":
        return False
    tokens = parse.tokens_in(mark.span.start, mark.span.stop)
    around = [parse.forms[t].lower() for t in (tokens[-1], tokens[-1] + 1) if t < len(parse)] if tokens else ()
    return not _APART.isdisjoint(around)


def _under_time(parse: Parse, token: int, mark: Annotation, stations: Mapping[int, int]) -> tuple[int, int] | None:
    """Return the trigger nearest to the top of a sentence that a parser hung on a time (`at 10 am a group crossed`)."""
    sentence = parse.sentence_of(token)
    top = next((t for t in parse.tokens_in(mark.span.start, mark.span.stop) if parse.heads[t] == t), None)
    if mark.kind != "time" or top is None:
        return None
    steps = {t: sum(1 for _ in parse.ancestors(t)) for t in sentence if t in stations}
    best = min(steps, key=lambda t: (steps[t], t), default=None)
    return (stations[best], steps[best]) if best is not None else None


def _dates_a_noun(marks: Marks, token: int, mark: Annotation, stations: Mapping[int, int]) -> bool:
    """Tell whether a time only says which thing is meant (`violated the ceasefire agreement of August 2024`).

    So does the time since which something is counted or is the worst: `its third attack since October`.
    """
    parse, tie = marks.page.parse, marks.page.time_grounding(mark)
    thing = parse.heads[token]
    before = parse.deps[token] in ("nummod", "compound", "nmod", "amod") and thing > token and thing not in stations
    if before and parse.pos[thing] in ("NOUN", "PROPN") and tie and tie.time and (tie.time.days or 0) >= _YEAR_WIDE:
        return True  # "violated the 2003 understanding"
    prep = parse.heads[token]
    noun = parse.heads[prep]
    if parse.forms[prep].lower() == "since" and parse.pos[noun] == "NOUN":
        near = parse.subtree(noun)[:_FAR]
        return any(parse.entities[t] == "ORDINAL" or parse.tags[t] in ("JJS", "RBS") for t in near)
    return parse.forms[prep].lower() == "of" and parse.pos[noun] in ("NOUN", "PROPN") and noun not in stations


def _told(parse: Parse, verb: int, first: int) -> int:
    """Return the verb of the clause told before its speaker, where a word hung on the verb of saying stands in it.

    `Rebels entered the town, a port, on Sunday, residents said`: the Sunday is that of entering.
    """
    told = [c for c in parse.children_of(verb, "ccomp") if c < first < verb]
    speakers = parse.children_of(verb, "nsubj")
    return told[-1] if told and speakers and first < min(speakers) else verb


def _is_place(page: Page, mark: Annotation, weapons: frozenset[str]) -> bool:
    """Tell whether a name stands for a place where something can happen, not for its government or people."""
    tie = page.place_grounding(mark)
    if mark.span.quote.lower() in weapons:
        return False  # a drone named after a hill
    return tie is not None and tie.geocode and tie.role != "dateline"


def narrowest(places: Sequence[Argument], text: str) -> PlaceRef | None:
    """Return the first of some places, or the first that lies in it and is told far more finely, not beside it.

    `In the northern region, in the town of Tine`: it happened in Tine; `in the West Bank and Jerusalem`: in both.
    """
    best: tuple[PlaceRef, Span] | None = None
    for place in places:
        if not isinstance(place.ref, PlaceRef) or place.span is None:
            continue
        if best is None or (_holds(best[0], place.ref) and not _listed(text, best[1], place.span)):
            best = place.ref, place.span
    return best[0] if best else None


def _holds(area: PlaceRef, spot: PlaceRef) -> bool:
    """Tell whether a place is told far more finely than an area, and lies in it."""
    if area.precision_km is None or spot.precision_km is None or area.precision_km < _WIDE_KM:
        return False
    return spot.precision_km < area.precision_km / 2 and _reaches(area, spot)


def _listed(text: str, one: Span, other: Span) -> bool:
    """Tell whether two names stand side by side (`X and Y`)."""
    first, last = sorted((one, other), key=lambda span: span.start)
    return text[first.stop : last.start].strip(" ,\n") in ("and", "or", "as well as", "and the")


def _reaches(area: PlaceRef, spot: PlaceRef) -> bool:
    """Tell whether a place lies in the radius of another."""
    if area.lat is None or area.lon is None or spot.lat is None or spot.lon is None:
        return False
    return distance_km((area.lat, area.lon), (spot.lat, spot.lon)) <= (area.precision_km or 0.0) * 1.2


def place_argument(page: Page, mark: Annotation) -> Argument:
    """Return a place as an argument."""
    tie = page.place_grounding(mark)
    return Argument("place", mark.span, ref=tie.place if tie else None)


def time_argument(page: Page, mark: Annotation) -> Argument:
    """Return a time as an argument."""
    tie = page.time_grounding(mark)
    return Argument("time", mark.span, time=tie.time if tie else None)


def quantity_argument(mark: Annotation) -> Argument:
    """Return a quantity as an argument."""
    keys = ("kind", "low", "high", "unit", "approximate")
    value = {key: mark.attributes[key] for key in keys if key in mark.attributes}
    return Argument("quantity", mark.span, value={**value, "text": mark.span.quote})
