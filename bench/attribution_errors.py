"""Tell by kind what is wrong with the statements of one text, each with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.attributed import Scored, extents, matched, overlap, touch
from bench.gold import Extent, GoldStatement
from standoff.model.statement import Statement

SHOWN = 4  # examples of each kind
_WIDTH = 150


@dataclass(frozen=True, slots=True)
class Wrong:
    """Hold one error: its kind, the text it is in, the words wanted and the words found."""

    kind: str
    text: str
    wanted: str
    found: str


def wrong(item: Scored) -> Iterator[Wrong]:
    """Yield the errors of a text: explicit core statements not found right at IoU .8, and statements too many."""
    gold = [one for one in item.gold.statements if one.core and one.explicit]
    pairs = matched(item.gold.statements, item.found, 0.8)
    right = {one.id for one, _ in pairs}
    used = {found.id for _, found in pairs}
    for one in gold:
        if one.id not in right:
            near = _nearest(one, item.found)
            if near is not None:
                used.add(near.id)
            nested = "nested: " if one.parent else ""
            yield Wrong(nested + _kind(one, near), item.gold.name, _shown(item, one), _told(near))
    for found in item.found:
        if found.id not in used and not (item.gold.univocal and found.parent):
            yield Wrong(_too_many(found, item.gold.statements), item.gold.name, "", _told(found))


def _nearest(one: GoldStatement, found: Sequence[Statement]) -> Statement | None:
    """Return the statement at the same cue that shares most content, or nothing."""
    same = [other for other in found if touch(one.cue, _cue(other))]
    return max(same, key=lambda other: overlap(one.content, extents(other)), default=None)


def _kind(one: GoldStatement, near: Statement | None) -> str:
    """Return what is wrong with the statement at a cue."""
    if near is None:
        return "cue missed"
    value, span = overlap(one.content, extents(near)), near.source.span
    if value >= 0.8:
        if one.source is None:
            return "source where there is none"
        return "source missed" if span is None else "other source"
    if value == 0 or not near.content:
        return "other content"
    ends = one.content[0][0] - near.content[0].start, one.content[-1][1] - near.content[-1].stop
    side = "start" if abs(ends[0]) > abs(ends[1]) else "end"
    if abs(ends[0]) + abs(ends[1]) < 3:
        return "content: gap"
    gap = ends[0] if side == "start" else -ends[1]
    return f"content: {side} too {'wide' if gap > 0 else 'narrow'}"


def _too_many(found: Statement, gold: Sequence[GoldStatement]) -> str:
    """Return what a statement that nobody marked is."""
    return (
        "second statement at a cue" if any(touch(one.cue, _cue(found)) for one in gold) else "cue that reports nothing"
    )


def _cue(found: Statement) -> tuple[Extent, ...]:
    """Return the cue of a statement as pairs."""
    return tuple((span.start, span.stop) for span in found.cue)


def _shown(item: Scored, one: GoldStatement) -> str:
    """Return the words of a gold statement."""
    text = item.gold.text
    source = text[slice(*one.source)] if one.source else "-"
    cue = " … ".join(text[slice(*span)] for span in one.cue)
    return f"{source} | {cue} | {' … '.join(text[slice(*span)] for span in one.content)}"


def _told(found: Statement | None) -> str:
    """Return the words of a statement found."""
    if found is None:
        return ""
    source = found.source.span.quote if found.source.span else "-"
    content = " … ".join(span.quote for span in found.content)
    return f"{source} | {' … '.join(span.quote for span in found.cue)} | {content}"


def as_text(errors: Sequence[Wrong]) -> str:
    """Return a table of errors by kind, the most frequent first, with examples under each."""
    lines = []
    for kind, number in Counter(error.kind for error in errors).most_common():
        lines.append(f"{number:5d}  {kind}")
        chosen = [error for error in errors if error.kind == kind]
        for error in chosen[:: max(1, len(chosen) // SHOWN)][:SHOWN]:
            lines.extend(
                f"       {mark} {_cut(words)}" for mark, words in (("+", error.wanted), ("-", error.found)) if words
            )
    return "\n".join([f"{len(errors)} errors (+ marked by hand, - found)", *lines])


def _cut(words: str) -> str:
    """Return words on one line, the middle left out where they are long."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _WIDTH else f"{plain[: _WIDTH // 2]} […] {plain[-_WIDTH // 2 :]}"
