"""Resolve place names to points and areas by context, and tell places from the states they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from standoff.codebook.load import Codebook
from standoff.grounding.gazetteer import Candidate, Gazetteer
from standoff.grounding.place_areas import (
    DIRECTIONS,
    border,
    direction_before,
    distance_from,
    neighbours,
    part_of,
    reference,
)
from standoff.grounding.place_choice import Chosen, Toponym, choose
from standoff.grounding.place_roles import Setting, on_ground, role_in, setting
from standoff.grounding.place_world import World
from standoff.model.annotation import Annotation
from standoff.model.entity import PlaceRef
from standoff.model.grounding import Grounding, PlaceRole, grounding_id
from standoff.model.page import Page
from standoff.model.span import Span

_PINNED: frozenset[str] = frozenset({"literal", "nominal", "dateline"})
_AREAS = frozenset({"country", "adm1", "adm2", "region", "disputed_region", "breakaway_state", "district", "continent"})
_SETTLED = frozenset({"city", "capital", "town", "village"})
_NOUNS = {
    "lake": frozenset({"lake", "reservoir"}),
    "region": frozenset({"disputed_region", "breakaway_state", "region"}),
    "settlement": _SETTLED,
    "island": frozenset({"island", "island_group"}),
    "camp": frozenset({"camp", "base"}),
}


@dataclass(frozen=True, slots=True)
class _Placed:
    """Hold one name with its place, its role, and whether a pin is justified."""

    mark: Annotation
    chosen: Chosen
    role: PlaceRole
    pinned: bool
    ref: PlaceRef


def ground_places(page: Page, codebook: Codebook, gazetteer: Gazetteer) -> list[Grounding]:
    """Return a place grounding for each place mark that can be resolved.

    `geocode` is set where the words justify a pin: not for states and capitals that act, adjectives, parts of names of
    bodies, or states that are no more. Every reference has its radius as precision.
    """
    world = world_of(codebook, gazetteer)
    placed = _names(page, world)
    borders = [mark.span for mark in page.annotations if mark.attributes.get("noun") == "border"]
    found = [_grounding(item, within=any(span.contains(item.mark.span) for span in borders)) for item in placed]
    found.extend(_nominals(page, world, placed))
    return found


def world_of(codebook: Codebook, gazetteer: Gazetteer) -> World:
    """Return the world of a codebook, kept with the gazetteer so that it is indexed once a run."""
    held = gazetteer.kept.get(codebook.digest)
    if not isinstance(held, World):
        held = World(codebook, gazetteer)
        gazetteer.kept[codebook.digest] = held
    return held


def _names(page: Page, world: World) -> list[_Placed]:
    """Choose the place of each name and tell its role."""
    marks = _candidates(page, world)
    toponyms = [Toponym(mark.span.start, mark.span.stop, _bare(mark.span.quote)) for mark in marks]
    home = frozenset({page.document.country} if page.document.country else ())
    found = []
    for mark, chosen in zip(marks, choose(toponyms, page.document.text, world, home), strict=True):
        if chosen is not None:
            found.append(_placed(page, mark, chosen, world))
    return found


def _candidates(page: Page, world: World) -> list[Annotation]:
    """Return the marks that may name places, each stretch of text once."""
    persons = {word for mark in page.annotations if _is_full_name(mark) for word in mark.span.quote.split()}
    marks = [m for m in page.annotations if _may_be_place(m, world) and not _is_surname(m, persons)]
    named = [m.span for m in marks if m.kind == "name"]
    own = [m for m in marks if m.kind == "place" and not any(_cuts(span, m.span) for span in named)]
    return [m for m in marks if m in own or (m.kind == "name" and not any(o.span.contains(m.span) for o in own))]


def _cuts(name: Span, place: Span) -> bool:
    """Tell whether a name reaches over one of our own places' names, or covers it as well."""
    return name.overlaps(place) and not (place.contains(name) and place != name)


def _is_full_name(mark: Annotation) -> bool:
    """Tell whether a mark is a person's name of several words."""
    return mark.kind == "name" and mark.attributes.get("label") == "person" and " " in mark.span.quote


def _is_surname(mark: Annotation, persons: set[str]) -> bool:
    """Tell whether a mark is one word of a person's full name in the same text."""
    return mark.attributes.get("label") == "person" and mark.span.quote in persons


def _bare(quote: str) -> str:
    """Return a name on one line without a possessive."""
    return " ".join(quote.split()).removesuffix("'s").removesuffix("’s")


def _may_be_place(mark: Annotation, world: World) -> bool:
    """Tell whether a mark may name a place: place names, and adjectives and peoples of states and own places."""
    if mark.kind == "place":
        return mark.attributes.get("noun") is None
    if mark.kind != "name":
        return False
    label = mark.attributes.get("label")
    if label == "group":
        return bool(world.by_adjective(_bare(mark.span.quote)))
    if label == "place":
        return True
    return bool(world.codebook.places.find(_bare(mark.span.quote))) and not mark.attributes.get("title")


def _placed(page: Page, mark: Annotation, chosen: Chosen, world: World) -> _Placed:
    """Tell a name's role and the area its surroundings make of it."""
    tokens = page.parse.tokens_in(mark.span.start, mark.span.stop)
    where = setting(page.parse, tokens, world.codebook)
    role = _role(page, mark, where, chosen.candidate, world)
    pinned = role in _PINNED or (role == "adjectival" and on_ground(where, world.codebook))
    ref = reference(chosen.candidate, _bare(mark.span.quote))
    if role == "literal":
        ref = _area(page, where.first, chosen.candidate, world) or ref
    return _Placed(mark, chosen, role, pinned, ref)


def _role(page: Page, mark: Annotation, where: Setting, candidate: Candidate, world: World) -> PlaceRole:
    """Return the role of a name; what the place is can overrule what the sentence says."""
    if candidate.kind == "historic_state":
        return "historic"
    block = page.block_at(mark.span.start)
    if block is not None and block.kind == "dateline":
        return "dateline"
    role = role_in(where, world.codebook)
    if role == "metonymic" and candidate.kind in ("lake", "river", "sea", "mountains", "border_line", "crossing"):
        return "literal"
    return role


def _area(page: Page, first: int, candidate: Candidate, world: World) -> PlaceRef | None:
    """Return the part or the surroundings of a place that the words before it name, or nothing."""
    turned = direction_before(page, first)
    if turned and candidate.kind in _AREAS:
        words = " ".join(page.parse.forms[turned[1] : first]).replace(" - ", "-")
        return part_of(candidate, turned[0], words, world.gazetteer)
    away = distance_from(page, first, candidate)
    if away:
        return away[0]
    if first and page.parse.forms[first - 1].lower() in ("near", "outside", "around"):
        ref = reference(candidate)
        return replace(ref, precision_km=max(10.0, (ref.precision_km or 0.0) * 1.5))
    return None


def _grounding(item: _Placed, *, within: bool) -> Grounding:
    """Return a name's grounding; a name within `the Armenia-Azerbaijan border` gets no pin of its own."""
    return Grounding(
        grounding_id(item.mark.id, "place"),
        item.mark.id,
        place=item.ref,
        role=item.role,
        geocode=item.pinned and not within,
        score=round(min(1.0, item.chosen.score / 12), 3),
        features=item.chosen.features,
    )


def _nominals(page: Page, world: World, placed: Sequence[_Placed]) -> list[Grounding]:
    """Ground borders and definite nouns such as `the lake` to what the text names."""
    found = []
    for mark in page.annotations:
        noun = mark.attributes.get("noun") if mark.kind == "place" else None
        if not isinstance(noun, str):
            continue
        ref = _border(page, mark, world, placed) if noun == "border" else _told(mark, noun, placed)
        if ref is not None:
            key = grounding_id(mark.id, "place")
            found.append(Grounding(key, mark.id, place=ref, role="nominal", geocode=True, score=0.6))
    return found


def _border(page: Page, mark: Annotation, world: World, placed: Sequence[_Placed]) -> PlaceRef | None:
    """Return the border of the states named in and right around a mark, else of the two the text speaks of most."""
    near = [item for item in placed if _beside(page, mark, item.mark)]
    named = _countries(near)
    pair = neighbours(named, world.gazetteer) if len(named) > 1 else None
    if pair is None:
        ranked = [*named, *(state for state in _countries(placed) if state.country not in {n.country for n in named})]
        pair = neighbours(ranked[:6], world.gazetteer)
    if pair is None:
        return None
    return border(pair, DIRECTIONS.get(mark.span.quote.split()[0].lower()), world.gazetteer)


def _beside(page: Page, mark: Annotation, other: Annotation) -> bool:
    """Tell whether a name belongs to a border: within it, or tied to it by `of`, `with`, `between` close behind."""
    if mark.span.start <= other.span.start and other.span.stop <= mark.span.stop:
        return True
    between = page.document.text[mark.span.stop : other.span.start] if other.span.start > mark.span.stop else ""
    words = between.split()
    if words and len(words) <= 5 and words[0] in ("of", "with", "between"):
        return True
    before = page.document.text[other.span.stop : mark.span.start] if other.span.stop <= mark.span.start else "-----"
    return before.strip() in ("'s", "’s", "", "-", "–") or (before.split()[:1] in (["'s"], ["’s"]) and len(before) < 20)


def _countries(placed: Sequence[_Placed]) -> list[Candidate]:
    """Return the states of some names, the most mentioned first."""
    counts: Counter[str] = Counter()
    states: dict[str, Candidate] = {}
    for item in placed:
        candidate = item.chosen.candidate
        if candidate.kind == "country" and candidate.country:
            counts[candidate.country] += 1
            states.setdefault(candidate.country, candidate)
    return [states[code] for code, _ in counts.most_common()]


def _told(mark: Annotation, noun: str, placed: Sequence[_Placed]) -> PlaceRef | None:
    """Return the place of a kind last named before a mark, or the only one named after it."""
    kinds = _NOUNS.get(noun, frozenset({noun}))
    fitting = [item for item in placed if item.chosen.candidate.kind in kinds and item.pinned]
    before = [item for item in fitting if item.mark.span.stop <= mark.span.start]
    if before:
        return before[-1].ref
    return fitting[0].ref if noun != "settlement" and len({item.ref.place for item in fitting}) == 1 else None
