"""Propose pairs of events worth comparing: same kind of happening, a side in common and days that can meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from standoff.joining.mentions import Mention

Key = tuple[str, str, str]
# A block larger than this is compared within a sliding neighbourhood, so that cost stays linear in events.
LARGEST_BLOCK = 60
NEIGHBOURS = 24
_WEEK = 7
_LONG = 62


def candidates(found: Mapping[str, Mention]) -> Iterator[tuple[str, str]]:
    """Yield each pair of event ids worth comparing once, the smaller id first, in a fixed order."""
    pairs: set[tuple[str, str]] = set()
    for block in _blocks(found.values()).values():
        pairs.update(_pairs(block))
    yield from sorted(pairs)


def _blocks(found: Iterable[Mention]) -> dict[Key, list[Mention]]:
    """Return mentions by kind, side (or document) and stretch of time."""
    blocks: defaultdict[Key, list[Mention]] = defaultdict(list)
    for mention in found:
        for key in _keys(mention):
            blocks[key].append(mention)
    return blocks


def _keys(mention: Mention) -> Iterator[Key]:
    """Yield the blocks a mention belongs to: its document, and each side in each week (or era) it can lie in."""
    for kind in mention.kinds:
        yield kind, mention.event.document, "document"
        for part in (*mention.sides, *_where(mention)) or _concerned(mention, kind):
            for stretch in _stretches(mention):
                yield kind, part, stretch


def _concerned(mention: Mention, kind: str) -> tuple[str, ...]:
    """Return the sides that the report is about, for a war told without sides and place ("a war in the 1990s")."""
    return tuple(sorted(mention.around)) if kind == "war" else ()


def _where(mention: Mention) -> tuple[str, ...]:
    """Return the place of a mention, and its country where no side is named."""
    place = mention.place
    if place is None:
        return ()
    parts = (place.place,) if mention.sides else (place.place, place.country)
    return tuple(part for part in parts if part)


def _stretches(mention: Mention) -> Iterator[str]:
    """Yield the weeks of a short window, the years of a long one, or the era of an undated past."""
    window = mention.window
    if window is None:
        yield "past"
        return
    if window.last - window.first <= _LONG:
        for week in range((window.first - 2) // _WEEK, (window.last + 2) // _WEEK + 1):
            yield f"week {week}"
    if mention.past or window.last - window.first > _LONG or "war" in mention.kinds:
        for year in range(window.first // 366, window.last // 365 + 1):
            yield f"year {year}"
        yield "past"


def _pairs(block: list[Mention]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a block; a large one only among neighbours by day, place and id."""
    large = len(block) > LARGEST_BLOCK
    ids = [mention.id for mention in (sorted(block, key=_neighbourhood) if large else block)]
    reach = NEIGHBOURS if large else len(ids)
    for index, left in enumerate(ids):
        for right in ids[index + 1 : index + 1 + reach]:
            yield (left, right) if left < right else (right, left)


def _neighbourhood(mention: Mention) -> tuple[int, str, str]:
    """Return what brings likely pairs of a large block near each other."""
    place = mention.place.place if mention.place else None
    return (mention.window.last if mention.window else 0, place or "", mention.id)
