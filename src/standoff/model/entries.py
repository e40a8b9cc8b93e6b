"""Tell under which dated line of a chronicle a stretch of text stands: `12 May:` over the entries of that day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from standoff.model.annotation import Annotation
from standoff.model.clock import Interval
from standoff.model.page import Page

_FEWEST = 2  # dated lines that make a chronicle: a single one is the report's own dateline


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one dated line: where it begins, the mark of its date, and the time it gives."""

    start: int
    mark: Annotation
    time: Interval


Lookup = Callable[[int], Entry | None]


def no_entry(_: int) -> Entry | None:
    """Return nothing: what a page that is no chronicle has over any offset."""
    return None


def dated_lines(page: Page) -> list[Annotation]:
    """Return the marks of the dates of a page's datelines, where these are several: those of a chronicle's entries."""
    found = [
        next(iter(marks), None)
        for block in page.document.blocks
        if block.kind == "dateline"
        for marks in [page.within(block.start, block.stop, "time")]
    ]
    kept = [mark for mark in found if mark is not None and _is_day(mark)]
    return kept if len(kept) >= _FEWEST else []


def _is_day(mark: Annotation) -> bool:
    """Tell whether a mark names a day by its date or weekday."""
    return mark.attributes.get("form") == "calendar" and bool(mark.attributes.keys() & {"day", "weekday"})


def entries(page: Page) -> Lookup:
    """Return what tells, by an offset, the dated line it stands under; nothing where the page is no chronicle."""
    kept = []
    for mark in dated_lines(page):
        tie = page.time_grounding(mark)
        if tie is not None and tie.time is not None and tie.time.exact:
            kept.append(Entry(mark.span.start, mark, tie.time))
    if len(kept) < _FEWEST or len({entry.time for entry in kept}) < _FEWEST:
        return no_entry
    starts = [entry.start for entry in kept]

    def under(offset: int) -> Entry | None:
        index = bisect_right(starts, offset) - 1
        return kept[index] if index >= 0 else None

    return under
