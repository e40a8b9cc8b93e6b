"""Cut a text into chunks, one per paragraph: a line, or the lines of a hard-wrapped one; the text is not changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from standoff.reading.marks import is_row

WIDEST = 120
NARROWEST = 40
LONGEST_CHUNK = 20_000

_LINE = re.compile(r"[^\n]+")
_INKED = re.compile(r"\S")
_BREAK = re.compile(r"(?<=[.!?])[\"”’')]*\s+")
ITEM = re.compile(r"(?:[-*•·–—>#]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Hold `[start, stop)` without space at the edges, and whether a blank line stands before it."""

    start: int
    stop: int
    apart: bool

    def of(self, text: str) -> str:
        """Return the chunk's words with line breaks as spaces."""
        return text[self.start : self.stop].replace("\n", " ")


def chunks(text: str, start: int = 0) -> list[Chunk]:
    """Return the paragraphs of a text from an offset on, in order; together they hold all that is not space."""
    lines = list(_lines(text, start))
    width = _wrap_width(text, lines)
    return [part for chunk in _joined(text, lines, width) for part in _cut(text, chunk)]


def _lines(text: str, start: int) -> Iterator[Chunk]:
    """Yield the lines that hold more than space, trimmed."""
    last = None
    for match in _LINE.finditer(text, start):
        line = match.group()
        kept = line.strip()
        if kept:
            first = match.start() + line.index(kept[0])
            apart = last is None or text.count("\n", last, first) > 1
            last = first + len(kept)
            yield Chunk(first, last, apart)


def _wrap_width(text: str, lines: list[Chunk]) -> int | None:
    """Return the width at which a text is hard-wrapped, or nothing where its lines are paragraphs.

    Wrapped lines break because the next word did not fit; lines that are paragraphs break anywhere.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.apart]
    if len(pairs) < 3:
        return None
    width = max(line.stop - line.start for pair in pairs for line in pair)
    if not NARROWEST <= width <= WIDEST:
        return None
    full = sum(_fills(text, a, b, width) for a, b in pairs)
    return width if full >= 0.6 * len(pairs) else None


def _fills(text: str, line: Chunk, after: Chunk, width: int) -> bool:
    """Tell whether a line is broken where the first word of the next one would not fit, give or take a ragged edge."""
    word = len(text[after.start : after.stop].split(" ", 1)[0])
    return line.stop - line.start + 1 + word > width - 8


def _joined(text: str, lines: list[Chunk], width: int | None) -> Iterator[Chunk]:
    """Yield the lines, those of one hard-wrapped paragraph as one."""
    current: Chunk | None = None
    previous: Chunk | None = None
    for line in lines:
        if current and previous and width and _goes_on(text, previous, line, width):
            current = Chunk(current.start, line.stop, current.apart)
        else:
            if current:
                yield current
            current = line
        previous = line
    if current:
        yield current


def _goes_on(text: str, line: Chunk, after: Chunk, width: int) -> bool:
    """Tell whether a line of a hard-wrapped text goes on in the next one."""
    if after.apart or ITEM.match(text, after.start) or is_row(text[after.start : after.stop]):
        return False
    return _fills(text, line, after, width)


def _cut(text: str, chunk: Chunk) -> Iterator[Chunk]:
    """Yield a chunk, cut at ends of sentences (or at spaces) where it is longer than a parser should be given."""
    start, apart = chunk.start, chunk.apart
    while chunk.stop - start > LONGEST_CHUNK:
        window = text[start : start + LONGEST_CHUNK]
        ends = [match.end() for match in _BREAK.finditer(window)]
        stop = start + (ends[-1] if ends else window.rfind(" ") + 1 or LONGEST_CHUNK)
        kept = len(text[start:stop].rstrip())
        yield Chunk(start, start + kept, apart)
        inked = _INKED.search(text, stop, chunk.stop)
        start = inked.start() if inked else chunk.stop
        apart = False
    if start < chunk.stop:
        yield Chunk(start, chunk.stop, apart)
