"""Ground borders and definite nouns such as `the lake` to the places a text names."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from standoff.grounding.places.areas import DIRECTIONS, border, neighbours
from standoff.grounding.places.choice import Chosen
from standoff.grounding.places.gazetteer import Candidate, Gazetteer
from standoff.grounding.places.world import World
from standoff.model.annotation import Annotation
from standoff.model.entity import PlaceRef
from standoff.model.grounding import Grounding, PlaceRole, grounding_id
from standoff.model.page import Page

_SETTLED = frozenset({"city", "capital", "town", "village"})
_NOUNS = {
    "lake": frozenset({"lake", "reservoir"}),
    "region": frozenset({"disputed_region", "breakaway_state", "region"}),
    "settlement": _SETTLED,
    "island": frozenset({"island", "island_group"}),
    "camp": frozenset({"camp", "base"}),
}
_BESIDE = 60  # code points: how far a border's states stand from the word
_NEARBY = 200  # code points: how far a town stands that tells in which state a border runs
_FIRST = 6  # of the states a text speaks of, how many may share the border it means


@dataclass(frozen=True, slots=True)
class Placed:
    """Hold one name with its place, its role, and whether a pin is justified."""

    mark: Annotation
    chosen: Chosen
    role: PlaceRole
    pinned: bool
    ref: PlaceRef


@dataclass(frozen=True, slots=True)
class Told:
    """Hold the names of a text in order with the states it speaks of most; `by_noun` fills as nouns are asked for."""

    placed: Sequence[Placed]
    starts: Sequence[int]
    states: Sequence[Candidate]
    by_noun: dict[str, tuple[list[int], list[Placed]]] = field(default_factory=dict)

    def around(self, start: int, stop: int) -> Iterator[Placed]:
        """Yield the names that begin within a stretch."""
        for index in range(bisect_left(self.starts, start), len(self.placed)):
            if self.starts[index] >= stop:
                break
            yield self.placed[index]

    def of_kind(self, noun: str) -> tuple[list[int], list[Placed]]:
        """Return the pinned names of the kinds a noun stands for, with their starts."""
        if noun not in self.by_noun:
            kinds = _NOUNS.get(noun, frozenset({noun}))
            fitting = [item for item in self.placed if item.chosen.candidate.kind in kinds and item.pinned]
            self.by_noun[noun] = ([item.mark.span.start for item in fitting], fitting)
        return self.by_noun[noun]


def told(placed: Iterable[Placed]) -> Told:
    """Lay the names of a text out for look-ups by position."""
    ordered = sorted(placed, key=lambda item: item.mark.span.start)
    return Told(ordered, [item.mark.span.start for item in ordered], states_of(ordered))


def states_of(placed: Iterable[Placed]) -> list[Candidate]:
    """Return the states of some names, the most mentioned first."""
    counts: Counter[str] = Counter()
    states: dict[str, Candidate] = {}
    for item in placed:
        candidate = item.chosen.candidate
        if candidate.kind == "country" and candidate.country:
            counts[candidate.country] += 1
            states.setdefault(candidate.country, candidate)
    return [states[code] for code, _ in counts.most_common()]


def ground_nominals(page: Page, world: World, names: Told) -> list[Grounding]:
    """Return the groundings of the common nouns that stand for a place."""
    found = []
    for mark in page.annotations:
        noun = mark.attributes.get("noun") if mark.kind == "place" else None
        if not isinstance(noun, str):
            continue
        ref = _border(page, mark, world, names) if noun == "border" else _last_told(mark, noun, names)
        if ref is not None:
            key = grounding_id(mark.id, "place")
            found.append(Grounding(key, mark.id, place=ref, role="nominal", geocode=True, score=0.6))
    return found


def _border(page: Page, mark: Annotation, world: World, names: Told) -> PlaceRef | None:
    """Return the border of the states named in and right around a mark, else of the two the text speaks of most."""
    gazetteer = world.gazetteer
    near = names.around(mark.span.start - _BESIDE, mark.span.stop + _BESIDE)
    named = states_of(item for item in near if _beside(page, mark, item.mark))
    pair = neighbours(named, gazetteer) if len(named) > 1 else None
    if pair is None and mark.span.quote.endswith("s") and not _is_shared(page, mark, world):
        return None  # "closed its borders": all of them
    if pair is None:
        known = {state.country for state in named}
        here = _lands(mark, gazetteer, names) if named else []
        ranked = [*named, *(state for state in (*names.states, *here) if state.country not in known)]
        pair = neighbours(ranked[:_FIRST], gazetteer, of=next((state.country for state in named), None))
    if pair is None:
        return None
    return border(pair, DIRECTIONS.get(mark.span.quote.split()[0].lower()), gazetteer)


def _is_shared(page: Page, mark: Annotation, world: World) -> bool:
    """Tell whether a border is said to be that of two ("the opening of common borders")."""
    before = page.parse.token_at(mark.span.start) - 1
    return before >= 0 and page.parse.forms[before].lower() in world.codebook.places.heads["shared"]


def _lands(mark: Annotation, gazetteer: Gazetteer, names: Told) -> list[Candidate]:
    """Return the states in which the towns and provinces told near a border lie."""
    near = names.around(mark.span.start - _NEARBY, mark.span.stop + _NEARBY)
    codes = dict.fromkeys(item.chosen.candidate.country for item in near if item.chosen.candidate.kind != "country")
    return [state for code in codes if code and (state := gazetteer.country(code))]


def sides(page: Page, borders: Iterable[Annotation], names: Told) -> Iterator[Annotation]:
    """Yield the names of the states a border is shared with (`the border with Chad`): they are not where it was."""
    for mark in borders:
        for item in names.around(mark.span.stop, mark.span.stop + _BESIDE):
            if item.chosen.candidate.kind == "country" and _beside(page, mark, item.mark):
                yield item.mark


def _beside(page: Page, mark: Annotation, other: Annotation) -> bool:
    """Tell whether a name belongs to a border: in it, its owner, or tied to it by `of`, `with`, `between` behind it."""
    if mark.span.contains(other.span):
        return True
    if other.span.start >= mark.span.stop:
        words = page.document.text[mark.span.stop : other.span.start].split()
        return bool(words) and len(words) <= 5 and words[0] in ("of", "with", "between")
    between = page.document.text[other.span.stop : mark.span.start]
    return between.strip() in ("'s", "’s", "", "-", "–") or (between[:2] in ("'s", "’s") and len(between) < 20)


def _last_told(mark: Annotation, noun: str, names: Told) -> PlaceRef | None:
    """Return the place of a kind last named before a mark, or the only one named after it."""
    starts, fitting = names.of_kind(noun)
    before = bisect_left(starts, mark.span.start)
    if before:
        return fitting[before - 1].ref
    only = noun != "settlement" and len({item.ref.place for item in fitting[:9]}) == 1
    return fitting[0].ref if only else None
