"""Mark quotations: their extents in every style of quotation mark, their level, and whether they were closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from standoff.model.annotation import Annotation, annotation
from standoff.model.document import Document

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‹": "›", "「": "」", "『": "』", "‟": "”"}
_STRAIGHT = frozenset({'"', "'", "`"})
_MARKS = frozenset({*_CLOSERS, *"”»’›」』", *_STRAIGHT})
_SINGLE = frozenset({"'", "’", "‘", "`"})
LONGEST = 4_000  # characters: an opening mark that finds no partner sooner is a stray


@dataclass(slots=True)
class _Open:
    """Hold a quotation still open: where its mark stands, which mark, and its level."""

    start: int
    mark: str


def mark_quotations(document: Document) -> list[Annotation]:
    """Return the quotations of the analysed blocks in text order, in linear time."""
    blocks = [(b.start, b.stop) for b in document.body] if document.blocks else [(0, len(document.text))]
    found = [
        annotation("quotation", document.span(start, stop), level=level, closed=closed)
        for first, last in blocks
        for start, stop, level, closed in _in_stretch(document.text, first, last)
    ]
    return sorted(found, key=lambda mark: (mark.span.start, -mark.span.stop))


def _in_stretch(text: str, first: int, last: int) -> Iterator[tuple[int, int, int, bool]]:
    """Yield start, stop, level and closedness of the quotations of one stretch of text."""
    stack: list[_Open] = []
    index = first
    while index < last:
        character = text[index]
        if character == "\n" and text.startswith("\n\n", index):
            yield from _abandon(text, stack, index)
        elif character in _MARKS:
            yield from _meet(text, index, stack)
        index += 1
    yield from _abandon(text, stack, last)


def _abandon(text: str, stack: list[_Open], border: int) -> Iterator[tuple[int, int, int, bool]]:
    """Yield the double quotations left open at a paragraph's end as unclosed; single marks are apostrophes."""
    if stack and stack[0].mark not in _SINGLE and border - stack[0].start <= LONGEST:
        stop = len(text[:border].rstrip()) if border - stack[0].start < LONGEST else border
        if stop > stack[0].start + 1:
            yield stack[0].start, stop, 0, False
    stack.clear()


def _meet(text: str, index: int, stack: list[_Open]) -> Iterator[tuple[int, int, int, bool]]:
    """Yield a quotation that a mark closes, or note one that it opens."""
    mark = text[index]
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    for depth in range(len(stack) - 1, -1, -1):
        if _closes(mark, stack[depth].mark, before, after):
            if index > stack[depth].start + 1:
                yield stack[depth].start, index + 1, depth, True
            del stack[depth:]
            return
    if _opens(mark, before, after):
        stack.append(_Open(index, mark))


def _opens(mark: str, before: str, after: str) -> bool:
    """Tell whether a mark can open a quotation where it stands."""
    if mark in _CLOSERS:
        return mark != "‘" or not before.isalnum()
    return mark in _STRAIGHT and not after.isspace() and (not before.isalnum() or mark == '"') and before not in ".,!?"


def _closes(mark: str, opened: str, before: str, after: str) -> bool:
    """Tell whether a mark can close what another opened."""
    if mark not in _CLOSERS.get(opened, opened):
        return False
    return mark not in _SINGLE or not (before.isspace() or after.isalnum())
