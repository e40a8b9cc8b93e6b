"""Give the parts of a toll its fate: `20 dead: 13 civilians and seven soldiers`, `12 killed, 11 of them children`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from standoff.annotating.times.line import Line
from standoff.model.annotation import Attribute
from standoff.model.claim import LOSSES
from standoff.model.parse import Parse

_LISTING = frozenset({",", "and", "or", "&", "plus"})
_THEM = frozenset({"them", "whom", "these", "those"})
_PEOPLE = frozenset({"people", "troops"})
_OPEN = frozenset({"count", "troops"})  # kinds of groups of whom no fate is told
_NEAR = 8  # tokens from a toll to its first part


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold a quantity: tokens `[start, stop)` and what it says."""

    start: int
    stop: int
    attributes: Mapping[str, Attribute]


def with_parts(line: Line, parse: Parse, found: Sequence[Quantity]) -> list[Quantity]:
    """Return quantities in text order, the parts of a toll told as what befell the whole.

    Parts are the groups listed behind a toll that add up to it, `so many of them`, and a group listed before one whose
    fate is told (`40 civilians, 11 soldiers killed`).
    """
    kept = list(found)
    for at, whole in enumerate(found):
        if whole.attributes["kind"] in LOSSES:
            for part in (
                *_sum(line, parse, kept, at),
                *_of_them(line, parse, kept, at),
                *_before(line, parse, kept, at),
            ):
                told = {**kept[part].attributes, "kind": whole.attributes["kind"]}
                kept[part] = replace(kept[part], attributes=told)
    return kept


def _sum(line: Line, parse: Parse, found: Sequence[Quantity], at: int) -> list[int]:
    """Return the groups of people listed behind a toll in its sentence that add up to it, two at least."""
    whole, stop = found[at], parse.sentence_of(found[at].start).stop
    parts: list[int] = []
    left, last = whole.attributes["low"], whole.stop
    for index in range(at + 1, len(found)):
        part = found[index]
        near = part.start - last <= _NEAR if not parts else _LISTING.issuperset(line.words[last : part.start])
        if part.start >= stop or not near or not _is_group(part) or not isinstance(left, int | float):
            return []
        low = part.attributes["low"]
        left -= low if isinstance(low, int | float) else left + 1
        parts.append(index)
        last = part.stop
        if left <= 0:
            break
    alike = len({found[index].attributes["kind"] for index in parts} - _OPEN) < 2  # a parser gives all one fate
    return parts if left == 0 and len(parts) > 1 and alike else []


def _of_them(line: Line, parse: Parse, found: Sequence[Quantity], at: int) -> list[int]:
    """Return what tells how many of a toll just given are of some kind: `12 were killed, 11 of them civilians`."""
    after = at + 1
    if after >= len(found) or found[after].start >= parse.sentence_of(found[at].start).stop:
        return []
    part = found[after]
    pointing = line.word(part.stop - 1) in _THEM and line.word(part.stop - 2) == "of"
    return [after] if pointing and part.attributes["kind"] == "count" else []


def _before(line: Line, parse: Parse, found: Sequence[Quantity], at: int) -> list[int]:
    """Return the group of unknown fate that a toll goes on listing: `40 civilians, 11 soldiers killed`."""
    if at == 0 or not _is_group(found[at - 1]) or found[at - 1].attributes["kind"] not in _OPEN:
        return []
    first, toll = found[at - 1], found[at]
    noun, head = toll.stop - 1, parse.heads[toll.stop - 1]
    listed = _LISTING.issuperset(line.words[first.stop : toll.start]) and first.start <= head < first.stop
    return [at - 1] if listed and parse.deps[noun] in ("appos", "conj") else []


def _is_group(quantity: Quantity) -> bool:
    """Tell whether a quantity counts people by a noun: `seven soldiers`, not a bare `71`."""
    return quantity.attributes["unit"] in _PEOPLE and quantity.attributes["noun"] is not None
