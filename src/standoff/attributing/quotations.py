"""Find the extents of quotations, marks included, whatever marks an outlet uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from standoff.model.page import Page

_MARKS = re.compile(r"[\"“”„«»‘’'`]")
_DOUBLE = frozenset('"“”„«»')
_PAIRS = {"“": '”"“', "„": '“”"', "«": "»", '"': '"”', "”": "”", "‘": "’'", "'": "'’", "`": "'’`"}
_LONGEST_SINGLE = 600


@dataclass(frozen=True, slots=True)
class Quotation:
    """Mark one quotation: `[start, stop)` code points and first and last token, the marks included."""

    start: int
    stop: int
    first: int
    last: int
    closed: bool


def quotations(page: Page) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a page, block by block: a mark left open ends with its block."""
    text, found = page.document.text, []
    bounds = [(block.start, block.stop) for block in page.document.body] or [(0, len(text))]
    for low, high in bounds:
        for start, stop, closed in _pairs(text, low, high):
            tokens = page.parse.tokens_in(start, stop)
            if len(tokens):
                found.append(Quotation(start, stop, tokens[0], tokens[-1], closed))
    return tuple(found)


def _pairs(text: str, low: int, high: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the extents of quotations in one block, outermost only."""
    marks = [match.start() for match in _MARKS.finditer(text, low, high)]
    index = 0
    while index < len(marks):
        start = marks[index]
        index += 1
        if not _opens(text, start, low, high):
            continue
        close = _close(text, marks, index, high)
        if close is None:
            if text[start] in _DOUBLE:
                yield start, high, False
                return
            continue
        yield start, marks[close] + 1, True
        index = close + 1


def _opens(text: str, at: int, low: int, high: int) -> bool:
    """Tell whether a mark can open a quotation: something follows at once, and no word precedes at once."""
    if at + 1 >= high or text[at + 1].isspace():
        return False
    if text[at] in "”»’":
        return False
    return at == low or not text[at - 1].isalnum() or (text[at] in "“„«")


def _close(text: str, marks: list[int], index: int, high: int) -> int | None:
    """Return the position in `marks` of the mark that closes the one before `index`, or nothing."""
    opener = text[marks[index - 1]]
    closers = _PAIRS[opener]
    single = opener not in _DOUBLE
    for number in range(index, len(marks)):
        at = marks[number]
        if single and at - marks[index - 1] > _LONGEST_SINGLE:
            return None
        if text[at] in closers and _ends(text, at, high, single):
            return number
    return None


def _ends(text: str, at: int, high: int, single: bool) -> bool:
    """Tell whether a mark can close a quotation: no space before it and, for single marks, no letter after it."""
    if text[at - 1].isspace():
        return at + 1 >= high or (not single and text[at + 1].isspace() and text[at - 2] in ",.!?")
    after = text[at + 1] if at + 1 < high else " "
    return not (single and after.isalnum())
