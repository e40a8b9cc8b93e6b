"""Resolve place names to points and areas by context, and tell places from the states they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from standoff.codebook.load import Codebook
from standoff.grounding.places.areas import (
    direction_before,
    distance_from,
    midway,
    part_of,
    reference,
)
from standoff.grounding.places.choice import Chosen, Toponym, choose
from standoff.grounding.places.gazetteer import Candidate, Gazetteer
from standoff.grounding.places.nominals import Placed, ground_nominals, sides, told
from standoff.grounding.places.roles import Setting, on_ground, role_in, setting
from standoff.grounding.places.uses import located
from standoff.grounding.places.world import World
from standoff.model.annotation import Annotation
from standoff.model.document import Block
from standoff.model.entity import PlaceRef
from standoff.model.grounding import Grounding, PlaceRole, grounding_id
from standoff.model.page import Page

_PINNED: frozenset[str] = frozenset({"literal", "nominal", "dateline"})
_AREAS = frozenset({"country", "adm1", "adm2", "region", "disputed_region", "breakaway_state", "district", "continent"})


def ground_places(page: Page, codebook: Codebook, gazetteer: Gazetteer) -> list[Grounding]:
    """Return a place grounding for each place mark that can be resolved.

    `geocode` is set where the words justify a pin: not for states and capitals that act, adjectives, parts of names of
    bodies, or states that are no more. Every reference has its radius as precision.
    """
    world = world_of(codebook, gazetteer)
    placed = _between(page, _names(page, world))
    borders = [m for m in page.annotations if m.attributes.get("noun") == "border"]
    within = _tokens_of(page, borders) | _tokens_of(page, sides(page, borders, told(placed)))
    found = [_grounding(item, within=page.parse.token_at(item.mark.span.start) in within) for item in placed]
    found.extend(ground_nominals(page, world, told(placed)))
    return found


def _between(page: Page, placed: list[Placed]) -> list[Placed]:
    """Return the names with those of `between X and Y` standing for the stretch between the two towns."""
    found = list(placed)
    for index in range(len(placed) - 1):
        one, other = placed[index], placed[index + 1]
        if page.document.text[one.mark.span.stop : other.mark.span.start].strip() != "and":
            continue
        token = page.parse.token_at(one.mark.span.start)
        words = [form.lower() for form in page.parse.forms[max(0, token - 2) : token]]
        if words[-1:] != ["between"] or not _are_towns(one, other):
            continue
        stretch = midway(one.ref, other.ref, halfway="halfway" in words or "midway" in words)
        if stretch is not None:
            for at, item in ((index, one), (index + 1, other)):
                found[at] = replace(item, ref=stretch, role="literal", pinned=True)
    return found


def _are_towns(one: Placed, other: Placed) -> bool:
    """Tell whether two names stand for settlements on the ground: a capital does so beside a plain town."""
    settled = all(item.chosen.candidate.kind in ("city", "capital", "town", "village") for item in (one, other))
    plain = any(item.pinned and item.chosen.candidate.kind != "capital" for item in (one, other))
    return settled and (plain or (one.pinned and other.pinned))


def world_of(codebook: Codebook, gazetteer: Gazetteer) -> World:
    """Return the world of a codebook, kept with the gazetteer so that it is indexed once a run."""
    held = gazetteer.kept.get(codebook.digest)
    if not isinstance(held, World):
        held = World(codebook, gazetteer)
        gazetteer.kept[codebook.digest] = held
    return held


def _names(page: Page, world: World) -> list[Placed]:
    """Choose the place of each name and tell its role."""
    marks = _candidates(page, world)
    toponyms = [Toponym(mark.span.start, mark.span.stop, _bare(mark.span.quote)) for mark in marks]
    home = frozenset({page.document.country} if page.document.country else ())
    datelines = tuple(block for block in page.document.blocks if block.kind == "dateline")
    found = []
    for mark, chosen in zip(marks, choose(toponyms, page.document.text, world, home), strict=True):
        if chosen is not None:
            found.append(_placed(page, mark, chosen, world, datelines))
    return found


def _candidates(page: Page, world: World) -> list[Annotation]:
    """Return the marks that may name places, each stretch of text once."""
    persons = {word for mark in page.annotations if _is_full_name(mark) for word in mark.span.quote.split()}
    ground = located(page, world.codebook)
    marks = [
        m
        for m in page.annotations
        if (_may_be_place(m, world) or (m.kind == "name" and m.span.quote in ground)) and not _is_surname(m, persons)
    ]
    named = {m.span: m for m in marks if m.kind == "name"}
    taken: dict[int, Annotation] = {}
    for mark in marks:
        if mark.kind == "name":
            taken.update(dict.fromkeys(page.parse.tokens_in(mark.span.start, mark.span.stop), mark))
    own = [m for m in marks if m.kind == "place" and m.span not in named and _free(page, m, taken)]
    longer = _tokens_of(page, own)
    kept = {m.id for m in own}
    return [m for m in marks if m.id in kept or (m.kind == "name" and page.parse.token_at(m.span.start) not in longer)]


def _tokens_of(page: Page, marks: Iterable[Annotation]) -> set[int]:
    """Return all tokens of some marks."""
    return {token for mark in marks for token in page.parse.tokens_in(mark.span.start, mark.span.stop)}


def _free(page: Page, mark: Annotation, taken: Mapping[int, Annotation]) -> bool:
    """Tell whether no name reaches over one of our own places' names: it may only stand within it."""
    tokens = page.parse.tokens_in(mark.span.start, mark.span.stop)
    return all(mark.span.contains(taken[token].span) for token in tokens if token in taken)


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


def _placed(page: Page, mark: Annotation, chosen: Chosen, world: World, datelines: tuple[Block, ...]) -> Placed:
    """Tell a name's role and the area its surroundings make of it."""
    tokens = page.parse.tokens_in(mark.span.start, mark.span.stop)
    if not tokens:  # in a cell of a table, which no sentence holds
        return Placed(mark, chosen, "literal", pinned=True, ref=reference(chosen.candidate, _bare(mark.span.quote)))
    where = setting(page.parse, tokens, world.codebook)
    role = _role(where, chosen.candidate, world)
    if role != "historic" and any(block.start <= mark.span.start < block.stop for block in datelines):
        role = "dateline"
    pinned = role in _PINNED or (role == "adjectival" and on_ground(where, world.codebook))
    ref = reference(chosen.candidate, _bare(mark.span.quote))
    if role == "literal":
        ref = _area(page, where.first, chosen.candidate, world) or ref
    return Placed(mark, chosen, role, pinned, ref)


def _role(where: Setting, candidate: Candidate, world: World) -> PlaceRole:
    """Return the role of a name; what the place is can overrule what the sentence says."""
    if candidate.kind == "historic_state":
        return "historic"
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


def _grounding(item: Placed, *, within: bool) -> Grounding:
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
