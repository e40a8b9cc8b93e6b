"""Mark quotations: their extents in every style of quotation mark, their level, and whether they were closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.model.annotation import Annotation, annotation
from standoff.model.document import Document

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‹": "›", "「": "」", "『": "』", "‟": "”"}
_STRAIGHT = frozenset({'"', "'", "`"})
_MARKS = frozenset({*_CLOSERS, *"”»’›」』", *_STRAIGHT})
_SINGLE = frozenset({"'", "’", "‘", "`"})
LONGEST = 4_000  # characters: an opening mark that finds no partner sooner is a stray


DEEPEST = 8  # marks left open at once: more are strays, and scanning them all would not be linear


@dataclass(slots=True)
class _Open:
    """Hold a quotation still open: where its mark stands, and which mark."""

    start: int
    mark: str


@dataclass(frozen=True, slots=True)
class _Extent:
    """Hold a quotation found: its bounds and whether it was closed."""

    start: int
    stop: int
    closed: bool


def mark_quotations(document: Document) -> list[Annotation]:
    """Return the quotations of the analysed blocks in text order, in linear time.

    `level` counts the quotations around one, `closed` tells whether a mark ends it, `continued` whether it goes on
    one that the paragraph before left open, as printers reopen the marks of a long quotation.
    """
    blocks = [(b.start, b.stop) for b in document.body] if document.blocks else list(_paragraphs(document.text))
    found: list[Annotation] = []
    left_open = False
    for first, last in blocks:
        extents = sorted(_in_stretch(document.text, first, last), key=lambda e: (e.start, -e.stop))
        begins = len(document.text[first:last]) - len(document.text[first:last].lstrip()) + first
        for extent, level in _levels(extents):
            continued = left_open and extent.start == begins
            found.append(
                annotation(
                    "quotation",
                    document.span(extent.start, extent.stop),
                    level=level,
                    closed=extent.closed,
                    continued=continued,
                )
            )
        left_open = any(not extent.closed for extent in extents)
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of lines, where no layout was read."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line)
        start += len(line)


def _levels(extents: Sequence[_Extent]) -> Iterator[tuple[_Extent, int]]:
    """Yield each quotation of a stretch with the number of those around it."""
    around: list[int] = []
    for extent in extents:
        while around and around[-1] <= extent.start:
            around.pop()
        yield extent, len(around)
        around.append(extent.stop)


def _in_stretch(text: str, first: int, last: int) -> Iterator[_Extent]:
    """Yield the quotations of one stretch of text."""
    stack: list[_Open] = []
    for index in range(first, last):
        if text[index] in _MARKS:
            yield from _meet(text, index, stack)
            if len(stack) > DEEPEST:
                del stack[0]
    yield from _abandon(text, stack, last)


def _abandon(text: str, stack: Sequence[_Open], border: int) -> Iterator[_Extent]:
    """Yield a double quotation left open at a paragraph's end as unclosed; single marks are apostrophes."""
    opened = next((o for o in stack if o.mark not in _SINGLE), None)
    if opened is None or border - opened.start > LONGEST:
        return
    stop = opened.start + len(text[opened.start : border].rstrip())
    if stop > opened.start + 1:
        yield _Extent(opened.start, stop, False)


def _meet(text: str, index: int, stack: list[_Open]) -> Iterator[_Extent]:
    """Yield a quotation that a mark closes, or note one that it opens."""
    mark = text[index]
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    for depth in range(len(stack) - 1, -1, -1):
        if _closes(mark, stack[depth].mark, before, after):
            if index > stack[depth].start + 1:
                yield _Extent(stack[depth].start, index + 1, True)
            del stack[depth:]
            return
    if _opens(mark, before, after):
        stack.append(_Open(index, mark))


def _opens(mark: str, before: str, after: str) -> bool:
    """Tell whether a mark can open a quotation where it stands."""
    if mark in _CLOSERS:
        return mark != "‘" or not before.isalnum()
    if mark not in _STRAIGHT or after.isspace() or before in ".,!?":
        return False
    return mark == '"' or (not before.isalnum() and after.isalpha())


def _closes(mark: str, opened: str, before: str, after: str) -> bool:
    """Tell whether a mark can close what another opened."""
    if mark not in _CLOSERS.get(opened, opened):
        return False
    return mark not in _SINGLE or not (before.isspace() or after.isalnum())
