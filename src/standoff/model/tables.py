"""Read tables off the layout of a document: lines set in columns by strokes, tabs or wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from standoff.model.document import Block, Document

_GAP = re.compile(r"\s*\|\s*|\t+| {3,}")
_RULE = re.compile(r"[-:|\s]+")
_SIGNS = ("|", "\t", "   ")  # what sets columns apart
_FEWEST = 3  # cells of a row


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold the text of one cell at `[start, stop)` of the document."""

    start: int
    stop: int
    text: str


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Hold the line over a table, if any, its row of headings, and the rows under them."""

    caption: Block | None
    heads: Row
    rows: tuple[Row, ...]


def tables_of(document: Document) -> Iterator[Table]:
    """Yield the tables of a document that is laid out in blocks, in text order."""
    if not any(sign in document.text for sign in _SIGNS):
        return
    rows: list[Row] = []
    above: Block | None = None
    for block in document.blocks:
        line = document.text[block.start : block.stop]
        row = _cells(block.start, line)
        if len(row) >= _FEWEST and not _RULE.fullmatch(line):
            rows.append(row)
        elif not _RULE.fullmatch(line):
            if len(rows) > 1:
                yield Table(above, rows[0], tuple(rows[1:]))
            rows, above = [], block
    if len(rows) > 1:
        yield Table(above, rows[0], tuple(rows[1:]))


def _cells(offset: int, line: str) -> Row:
    """Return the cells of a line that begins at an offset, in linear time; an outer stroke opens none."""
    found: list[Cell] = []
    at = 0
    for gap in (*_GAP.finditer(line), None):
        stop = gap.start() if gap else len(line)
        if stop > at or (found and gap):
            found.append(Cell(offset + at, offset + stop, line[at:stop]))
        at = gap.end() if gap else stop
    return tuple(found)
