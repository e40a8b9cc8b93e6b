"""Mark time expressions: dates, times of day, durations and sets, with what the normaliser needs to resolve them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from standoff.annotating.times.across import read_across
from standoff.annotating.times.clocks import part_hours, zone_in
from standoff.annotating.times.dates import read_day_month, read_iso, read_month, read_second_day, read_weekday
from standoff.annotating.times.durations import read_duration, read_set, read_stretch
from standoff.annotating.times.line import Found, Line
from standoff.annotating.times.months import read_month_day, read_named_month
from standoff.annotating.times.nights import read_hours, read_night_of, read_overnight, with_next_day
from standoff.annotating.times.parts import read_eve, read_numbered_week, read_part_of, read_week_of
from standoff.annotating.times.relative import (
    read_deictic,
    read_directed,
    read_early,
    read_edge,
    read_fiscal,
    read_neighbour,
    read_time,
    read_with_article,
    with_clock,
)
from standoff.annotating.times.single import read_edge_word, read_period, read_reference, read_unit
from standoff.annotating.times.words import (
    APPROXIMATE,
    DECADES,
    DEICTIC,
    DIRECTIONS,
    EARLY_LATE,
    EDGES,
    FREQUENCIES,
    MONTHS,
    ORDINALS,
    PARTS,
    PLURALS,
    REFERENCES,
    SCALES,
    SEASONS,
    SMALL_NUMBERS,
    TENS,
    UNITS,
    VAGUE,
    WEEKDAY_SETS,
    WEEKDAYS,
)
from standoff.annotating.times.years import (
    read_bare_year,
    read_century,
    read_decade,
    read_quarter,
    read_season,
    read_short_quarter,
    read_years,
)
from standoff.codebook.periods import NO_PERIODS, PeriodBook
from standoff.model.annotation import Annotation, annotation
from standoff.model.document import EXCLUDED, Document
from standoff.model.parse import Parse
from standoff.model.tables import tables_of

Reader = Callable[[Line, int], Found | None]

_TOKEN = re.compile(r"\d+(?:[./]\d+)*|\w+|[^\w\s]")  # of a cell, as the tokenizer cuts dates
_DIGITS: tuple[Reader, ...] = (
    read_iso, read_day_month, read_time, read_century, read_quarter, read_decade, read_duration, read_bare_year,
    read_years, read_month_day, read_across, read_numbered_week,
)  # fmt: skip
_NUMBERS: tuple[Reader, ...] = (read_day_month, read_duration, read_bare_year)
_THE: tuple[Reader, ...] = (
    read_edge, read_early, read_neighbour, read_stretch, read_directed, read_night_of, read_time, read_unit,
    read_with_article, read_fiscal, read_edge_word, read_hours, read_part_of, read_week_of, read_eve, read_named_month,
)  # fmt: skip


def _table() -> Mapping[str, tuple[Reader, ...]]:
    """Return the readers to try by first word, in order."""
    table: dict[str, list[Reader]] = {}

    def offer(words: Mapping[str, object] | frozenset[str] | tuple[str, ...], *readers: Reader) -> None:
        for word in words:
            table.setdefault(word, []).extend(reader for reader in readers if reader not in table.get(word, []))

    offer(("the",), *_THE)
    offer(EDGES, read_edge)
    offer(("year",), read_edge, read_fiscal)
    offer(("a",), read_fiscal)
    offer(EARLY_LATE, read_early)
    offer(("shortly", "just", "soon"), read_time)
    offer(WEEKDAYS, read_set, read_weekday)
    offer(WEEKDAY_SETS, read_set)
    offer(MONTHS, read_month)
    offer(ORDINALS, read_day_month, read_century, read_quarter)
    offer(SMALL_NUMBERS, *_NUMBERS, read_time)
    offer(TENS, read_day_month, read_century, *_NUMBERS)
    offer(VAGUE, read_duration)
    offer(("a", "an", "another", "half", "tens", "dozens", "hundreds", "thousands"), read_duration)
    offer({key[0]: value for key, value in APPROXIMATE.items()}, read_duration)
    offer(SCALES, read_duration)
    offer(("these", "recent"), read_stretch)
    offer(DIRECTIONS, read_stretch, read_directed, read_quarter)
    offer(("first", "final", "latest"), read_stretch)
    offer(DEICTIC, read_deictic)
    offer(("tonight",), read_deictic)
    offer(FREQUENCIES, read_set)
    offer(("every", "each", "once", "twice", "times"), read_set)
    offer(("overnight",), read_overnight)
    offer(PARTS, read_time)
    offer(("night",), read_night_of)
    offer(("early", "small", "wee", "predawn", "pre"), read_hours)
    offer(ORDINALS, read_part_of)
    offer(("last", "final", "opening"), read_part_of)
    offer(("week",), read_week_of)
    offer(("eve",), read_eve)
    offer(("half", "quarter"), read_time)
    offer(("week",), read_numbered_week)
    offer(("q1", "q2", "q3", "q4"), read_short_quarter)
    offer(SEASONS, read_season)
    offer(DECADES, read_decade)
    offer(("'", "’", "‘"), read_decade)
    offer(PLURALS, read_unit)
    offer(UNITS, read_unit)
    offer(REFERENCES, read_reference)
    offer(("at", "in", "current", "recent", "these", "right"), read_edge_word)
    return {word: tuple(readers) for word, readers in table.items()}


_READERS = _table()


def mark_times(document: Document, parse: Parse, periods: PeriodBook = NO_PERIODS) -> list[Annotation]:
    """Return the time marks of a document in text order.

    Attributes: `type` DATE|TIME|DURATION|SET, `value` (TIMEX3) where it hangs on nothing, `form` and the fields of that
    form (calendar: year, month, day, weekday, season, quarter, half, toward; shift: unit, shift, anchor; clock, mod).
    """
    line = Line(
        [form.lower() for form in parse.forms],
        parse.forms,
        parse.tags,
        parse.entities,
        periods.by_first,
        periods.months,
    )
    found = []
    for start, reading in _readings(line, _breaks(document, parse)):
        span = document.span(parse.starts[start], parse.stops[reading.stop - 1])
        found.append(annotation("time", span, None, **_complete(reading)))
    cells = list(_dates_in_tables(document, line))
    return sorted((*found, *cells), key=lambda mark: mark.span.start) if cells else found


def _dates_in_tables(document: Document, line: Line) -> Iterator[Annotation]:
    """Yield marks for the cells of tables that are a date and nothing else, where no sentence holds them."""
    for cell in (cell for table in tables_of(document) for row in table.rows for cell in row):
        words = _TOKEN.findall(cell.text)
        tags = ["CD" if word[:1].isdigit() else "NNP" for word in words]
        alone = Line([word.lower() for word in words], words, tags, ["DATE"] * len(words), line.periods, line.months)
        reading = _read(alone, 0) if words and _in_metadata(document, cell.start) else None
        if reading is not None and reading.stop == len(words) and reading.fields.get("day") is not None:
            yield annotation("time", document.span(cell.start, cell.stop), None, **_complete(reading))


def _in_metadata(document: Document, offset: int) -> bool:
    """Tell whether an offset lies in a block that is not parsed."""
    index = bisect_right(document.blocks, offset, key=lambda block: block.start) - 1
    return index >= 0 and document.blocks[index].kind in EXCLUDED


def _breaks(document: Document, parse: Parse) -> list[int]:
    """Return the tokens that begin a block of the layout or follow an empty line."""
    begins = {block.start for block in document.blocks}
    gaps = zip(parse.starts[1:], parse.stops, strict=False)
    return [
        index
        for index, (start, stop) in enumerate(gaps, 1)
        if start in begins or document.text[stop:start].count("\n") > 1
    ]


def _broken(breaks: Sequence[int], start: int, stop: int) -> int | None:
    """Return the first break within an expression, or nothing."""
    index = bisect_right(breaks, start)
    return breaks[index] if index < len(breaks) and breaks[index] < stop else None


def _readings(line: Line, breaks: Sequence[int] = ()) -> Iterator[tuple[int, Found]]:
    """Yield the longest reading at each first word, left to right, without overlap."""
    at, size = 0, len(line.words)
    while at < size:
        found = _read(line, at)
        if found is not None and (end := _broken(breaks, at, found.stop)):
            found = _read(line.until(end), at)  # what stands in the next paragraph does not belong to it
        if found is None or _is_title(line, at, found) or _is_greeting(line, at, found):
            at += 1
            continue
        yield (at if found.start is None else found.start), found
        at = found.stop
        second = read_second_day(line, found)
        if second is not None:
            yield second.stop - 1, second
            at = second.stop


def _read(line: Line, at: int) -> Found | None:
    """Return the longest reading that begins at a token, or nothing."""
    word = line.words[at]
    readers = _readers_of(line, word)
    if not readers and word not in line.periods:
        return _prefixed(line, at) if word[:3] == "mid" else None
    best: Found | None = None
    for reader in readers:
        found = reader(line, at)
        if found is not None and found.stop <= len(line.words) and (best is None or found.stop > best.stop):
            best = found
    named = at + 1 if word in ("last", "next", "this") else at
    if line.word(named) in line.periods:
        period = read_period(line, named)
        if period is not None and named > at:
            period = period.with_(toward={"last": -1, "next": 1, "this": 0}[word])
        if period is not None and best is not None and best.fields["type"] == "DURATION" and best.stop < period.stop:
            best = best.with_(period=period.fields["period"])  # "the 44-day war": a length, and the days it names
        elif period is not None and (best is None or period.stop > best.stop):
            best = period
    if best is None:
        return None
    whole = with_next_day(line, with_clock(line, best))
    clock = str(whole.fields.get("clock", ""))
    if clock[1:2].isdigit():
        return whole.adding(zone_in(line, at, whole.stop))
    return whole.adding(part_hours(line, at, whole.stop)) if clock and "hours" not in whole.fields else whole


def _readers_of(line: Line, word: str) -> tuple[Reader, ...]:
    """Return the readers to try at a word."""
    if word[:1].isdigit():
        return _DIGITS
    if word[:1] == "w" and word[1:].isdigit():
        return (read_numbered_week,)
    readers = _READERS.get(word, ())
    return (*readers, read_named_month) if word in line.months else readers


def _is_title(line: Line, at: int, found: Found) -> bool:
    """Tell whether words that need no capitals stand right behind a quotation mark with them: "This Week"."""
    if line.word(at - 1) not in ('"', "“", "``", "''", "‘") or found.stop - at < 2:
        return False
    plain = line.words[at] not in MONTHS and line.words[at] not in WEEKDAYS and "period" not in found.fields
    return plain and all(form[:1].isupper() or form[:1].isdigit() for form in line.forms[at : found.stop])


def _is_greeting(line: Line, at: int, found: Found) -> bool:
    """Tell whether a part of the day is wished: `good evening`."""
    return found.fields["form"] == "clock" and line.word(at - 1) == "good"


def _prefixed(line: Line, at: int) -> Found | None:
    """Read `mid-1990s`, `mid-1996`, which the tokenizer leaves whole."""
    rest = line.words[at][4:] if line.words[at][3:4] == "-" else ""
    if not rest[:1].isdigit():
        return None
    inner = Line([rest], [rest], ["CD"], ["DATE"])
    found = read_decade(inner, 0) or read_bare_year(inner, 0)
    return Found(at + 1, {**found.fields, "mod": "MID"}) if found else None


def _complete(reading: Found) -> dict[str, str | int | float | bool | None]:
    """Return the attributes without absent ones, `type` and `form` first."""
    return {key: value for key, value in reading.fields.items() if value is not None}
