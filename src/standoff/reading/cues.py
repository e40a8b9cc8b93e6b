"""Gather from a report's words what tells when it was written: dates, weekdays, years, the end of a day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standoff.model.document import EXCLUDED, Document
from standoff.reading.calendar import Mention, mentions, weekdays, years

_NIGHT = re.compile(
    r"\b(?:(?:just|shortly|minutes|hours?) before midnight|overnight|(?:in|during) the night|last night)\b", re.I
)
_OPENING = 600  # characters of a report's first words


@dataclass(frozen=True, slots=True)
class Cues:
    """Hold the calendar cues of one report.

    `line` are dates of datelines, `lead` a date with its weekday in the first paragraph or a full date in the headline,
    `days` dates of the body (each once), `weekdays` bare weekdays with how often they stand there, `opening` those of
    the report's first words, `years` bare years; `night` tells that the end of a day is told of, so that the next day
    is the likelier one.
    """

    line: tuple[Mention, ...]
    lead: Mention | None
    days: tuple[Mention, ...]
    weekdays: tuple[tuple[int, int], ...]
    years: tuple[int, ...]
    night: bool
    opening: frozenset[int] = frozenset()

    @property
    def latest_year(self) -> int | None:
        """Return the latest year that the report names, with a date or alone."""
        named = [*self.years, *(m.year for m in (*self.line, *self.days) if m.year)]
        return max(named, default=None)

    @property
    def chronicle(self) -> bool:
        """Tell whether the report has several datelines, so that it is younger than any of the days it tells of."""
        return len(self.line) > 1


def cues_of(document: Document) -> Cues:
    """Return the calendar cues of a document, those of its datelines apart from those of its body."""
    line: list[Mention] = []
    body: list[Mention] = []
    lead: Mention | None = None
    told = False
    named: dict[int, int] = {}
    opening: set[int] = set()
    body_start: int | None = None
    found: list[int] = []
    night = False
    for block in document.blocks:
        if block.kind in EXCLUDED:
            continue
        text = document.text[block.start : block.stop].replace("\n", " ")
        dates = mentions(text)
        (line if block.kind in ("dateline", "credit") else body).extend(dates)
        if block.kind == "paragraph" and not told:
            lead, told = next((m for m in dates if m.weekday is not None and m.day), lead), True
        if block.kind in ("headline", "subheading") and not told:
            lead = next((m for m in dates if m.full), lead)
        if block.kind == "paragraph" and body_start is None:
            body_start = block.start
        covered = [(m.start, m.stop) for m in dates]
        for start, day in weekdays(text):
            if not _inside(start, covered):
                named[day] = named.get(day, 0) + 1
                if body_start is not None and block.start + start < body_start + _OPENING:
                    opening.add(day)
        found += [year for start, year in years(text) if not _inside(start, covered)]
        night = night or bool(_NIGHT.search(text))
    bare = tuple(dict.fromkeys(found))
    return Cues(tuple(line), lead, _once(body), tuple(named.items()), bare, night, frozenset(opening))


def _inside(offset: int, covered: list[tuple[int, int]]) -> bool:
    """Tell whether an offset lies in one of some stretches."""
    return any(start <= offset < stop for start, stop in covered)


def _once(found: list[Mention]) -> tuple[Mention, ...]:
    """Return each date once, the mention with the most parts standing for all of the same month and day."""
    best: dict[tuple[int, int | None], Mention] = {}
    for mention in found:
        key = (mention.month, mention.day)
        held = best.get(key)
        if held is None or (mention.year is not None, mention.weekday is not None) > (
            held.year is not None,
            held.weekday is not None,
        ):
            best[key] = mention
    return tuple(best.values())
