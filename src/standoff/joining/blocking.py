"""Propose pairs of events worth comparing: one kind of happening, a side, place or rare word, days that can meet.

A sketch has keys, each with a rank. Two sketches are a pair where some key puts them within REACH of each other in the
order of rank. Keys and ranks depend on the sketch alone, so that a store can hold them in an index, and one more report
looks at so many neighbours, however many reports there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from standoff.model.reach import Pair, pairs
from standoff.model.sketch import Sketch, Slot

REACH = 40
_WEEK = 7
_LONG = 62
_RAREST = 4


def candidates(found: Mapping[str, Sketch]) -> Iterator[Pair]:
    """Yield each pair of event ids worth comparing once, the smaller id first, in a fixed order."""
    yield from near(placed(found))


def near(index: Iterable[Slot]) -> list[Pair]:
    """Return the pairs of events that stand within reach of each other in an index, in a fixed order."""
    return pairs(index, REACH)


def slots(sketch: Sketch) -> tuple[Slot, ...]:
    """Return where an event stands in the index: in its document, and by each side or place in each week or era."""
    rank = _rank(sketch)
    return tuple([Slot(key, rank, sketch.id) for key in sorted(set(map("|".join, _keys(sketch))))])


def placed(found: Mapping[str, Sketch]) -> tuple[Slot, ...]:
    """Return where all of some events stand in the index."""
    return tuple(slot for event in sorted(found) for slot in slots(found[event]))


def _keys(sketch: Sketch) -> Iterator[tuple[str, str, str]]:
    """Yield the blocks of a sketch: kind; document, or side, place or rare word; and stretch of time."""
    where, rare, stretches = _where(sketch), tuple(_rare(sketch)), tuple(_stretches(sketch))
    for kind in sketch.kinds:
        yield kind, sketch.document, "document"
        told = (*sketch.sides, *where) or _concerned(sketch, kind)
        for part in (*told, *rare):
            for stretch in stretches:
                yield kind, part, stretch


def _concerned(sketch: Sketch, kind: str) -> Iterable[str]:
    """Return the sides that the report is about, for a war told without sides and place ("a war in the 1990s")."""
    return sketch.around if kind == "war" else ()


def _rare(sketch: Sketch) -> Iterator[str]:
    """Yield the rarest words of a sketch whose days are few: often a village that no gazetteer knows."""
    if sketch.window is not None and sketch.window.last - sketch.window.first <= _LONG:
        ranked = sorted(sketch.words, key=lambda word: (-sketch.words[word], word))
        yield from (f"word {word}" for word in ranked[:_RAREST])


def _where(sketch: Sketch) -> tuple[str, ...]:
    """Return the place of a sketch, and its country where no side is named."""
    place = sketch.place
    if place is None:
        return ()
    parts = (place.place,) if sketch.sides else (place.place, place.country)
    return tuple(part for part in parts if part)


def _stretches(sketch: Sketch) -> Iterator[str]:
    """Yield the weeks of a short window, the years of a long one, or the era of an undated past."""
    window = sketch.window
    if window is None:
        yield "past"
        return
    if window.last - window.first <= _LONG:
        for week in range((window.first - 2) // _WEEK, (window.last + 2) // _WEEK + 1):
            yield f"week {week}"
    if sketch.past or window.last - window.first > _LONG or "war" in sketch.kinds:
        for year in range(window.first // 366, window.last // 365 + 1):
            yield f"year {year}"
        yield "past"


def _rank(sketch: Sketch) -> str:
    """Return what brings likely pairs of one key near each other: the last day, then the place."""
    place = sketch.place.place if sketch.place else None
    return f"{sketch.window.last if sketch.window else 0:07d} {place or ''}"
