"""Read times that hang on another: `today`, `last week`, `earlier this month`, `the day before`, `later in the day`."""

from __future__ import annotations

from standoff.annotating.times.clocks import read_clock, read_part
from standoff.annotating.times.dates import read_day_month, read_month, read_nth_day, read_weekday
from standoff.annotating.times.line import Fields, Found, Line
from standoff.annotating.times.words import (
    DEICTIC,
    DIRECTIONS,
    EARLY_LATE,
    EDGES,
    FOCUSED,
    MONTHS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    listed,
)
from standoff.annotating.times.years import read_bare_year, read_century, read_decade, read_quarter, read_season

_AFTER = frozenset({"before", "after", "earlier", "later", "prior", "ahead"})
_ABOUT = frozenset(listed("about around approximately roughly exactly nearly some circa"))
_HALVES = {"TMO": False, "TAF": True, "TEV": True, "TNI": True}  # whether hours told in it are those past noon
_SINGLE = frozenset(listed("day week month quarter year decade century weekend night"))


def read_deictic(line: Line, at: int) -> Found | None:
    """Read `today`, `yesterday`, `tomorrow`, `tonight`, with the part of the day behind them."""
    word = line.word(at)
    if word == "tonight":
        return Found(
            at + 1, {"type": "TIME", "form": "shift", "unit": "D", "shift": 0, "anchor": "dct", "clock": "TNI"}
        )
    if word not in DEICTIC:
        return None
    unit, shift = DEICTIC[word]
    return Found(at + 1, {"type": "DATE", "form": "shift", "unit": unit, "shift": shift, "anchor": "dct"})


def read_directed(line: Line, at: int) -> Found | None:
    """Read `last week`, `this year's third quarter`, `next Thursday`, `the previous month`, `this past spring`."""
    start, the = at, line.word(at) == "the"
    at += 1 if the else 0
    word = line.word(at)
    way = DIRECTIONS.get(word)
    if way is None:
        return None
    if word == "this" and line.word(at + 1) in ("past", "coming", "last", "same"):
        word, way, at = line.word(at + 1), DIRECTIONS[line.word(at + 1)], at + 1
    noun_at = at + 1
    if line.word(noun_at) in ("fiscal", "calendar", "full", "latest"):
        noun_at += 1
    noun = line.word(noun_at)
    anchor = "focus" if word in FOCUSED or (the and word == "next") else "dct"
    found = _directed_noun(line, noun_at, way, word)
    if found is None:
        return None
    if noun in _SINGLE or noun in PARTS or noun in WEEKDAYS:
        found = found.with_(anchor=anchor)
    return Found(found.stop, found.fields, start if the else None)


def _directed_noun(line: Line, at: int, way: int, word: str) -> Found | None:
    """Read the unit, weekday, month, season or part of the day that a direction word points at."""
    noun = line.word(at)
    if noun in WEEKDAYS:
        found = read_weekday(line, at)
        return found.with_(toward=way) if found else None
    if noun in MONTHS:
        found = read_month(line, at)
        return found.with_(toward=way) if found and "years" not in found.fields else found
    if noun in SEASONS:
        return Found(at + 1, {"type": "DATE", "form": "calendar", "season": SEASONS[noun], "toward": way})
    if noun == "night" and word == "last":
        return Found(
            at + 1, {"type": "TIME", "form": "shift", "unit": "D", "shift": -1, "clock": "TNI", "anchor": "dct"}
        )
    if noun in PARTS and noun not in ("overnight", "noon", "midday", "midnight") and word in (
        "this", "that", "following", "same", "next", "previous",
    ):  # fmt: skip
        return Found(at + 1, {"type": "TIME", "form": "shift", "unit": "D", "shift": way, "clock": PARTS[noun]})
    if noun not in _SINGLE or (word == "current" and noun in ("day", "night")):
        return None
    fields: Fields = {"type": "DATE", "form": "shift", "unit": UNITS[noun], "shift": way, "anchor": "dct"}
    if word == "past":
        fields["rolling"] = True
    return _of_year(line, Found(at + 1, fields))


def _of_year(line: Line, found: Found) -> Found:
    """Read the quarter, season or part behind a possessive: `this year's third quarter`, `last week's`."""
    if line.word(found.stop) in ("'s", "’s") and found.fields["unit"] == "Y":
        inner = read_quarter(line, found.stop + 1) or _season_noun(line, found.stop + 1)
        if inner and "year" not in inner.fields:
            return inner.with_(years=found.fields["shift"], anchor="dct")
    return found


def _season_noun(line: Line, at: int) -> Found | None:
    """Read the season of `last year's fall`."""
    season = SEASONS.get(line.word(at))
    return Found(at + 1, {"type": "DATE", "form": "calendar", "season": season}) if season else None


def read_edge(line: Line, at: int) -> Found | None:
    """Read `the end of 1994`, `the beginning of October`, `the middle of this week`, `year-end`."""
    start = at
    at += 1 if line.word(at) == "the" else 0
    word = line.word(at)
    mod = EDGES.get(word)
    if word == "year" and line.word(at + 1) in ("-", "'s", "’s") and line.word(at + 2) == "end":
        return Found(at + 3, {"type": "DATE", "form": "shift", "unit": "Y", "shift": 0, "anchor": "dct", "mod": "END"})
    if mod is None or line.word(at + 1) != "of":
        return None
    inner = read_anchored(line, at + 2) or _the_unit(line, at + 2)
    return Found(inner.stop, {**inner.fields, "mod": mod}, start) if inner else None


def _the_unit(line: Line, at: int) -> Found | None:
    """Read `the year`, `the month`, `the week`, `the day` as the current one, inside `the end of the year`."""
    if line.word(at) == "the" and line.word(at + 1) in _SINGLE:
        unit = UNITS[line.word(at + 1)]
        return Found(at + 2, {"type": "DATE", "form": "shift", "unit": unit, "shift": 0, "anchor": "dct"})
    return None


def read_early(line: Line, at: int) -> Found | None:
    """Read `late Thursday`, `early on Wednesday`, `earlier this month`, `the late 1970s`, `later in the day`."""
    start = at
    at += 1 if line.word(at) == "the" else 0
    mod = EARLY_LATE.get(line.word(at))
    if mod is None:
        return None
    index = at + 1
    if line.word(index) in ("-", "in", "on"):
        index += 1
    inner = read_anchored(line, index) or _unit_in(line, index)
    if inner is None and line.word(at) in ("later", "earlier") and line.word(at + 1) == "that":
        inner = read_directed(line, at + 1)
    if inner is None:
        return None
    side: Fields = {"side": line.word(at)} if line.word(at) in ("earlier", "later") else {}
    return Found(inner.stop, {**inner.fields, "mod": mod, **side}, start)


def _unit_in(line: Line, index: int) -> Found | None:
    """Read `in the day`, `in the week` behind `later` and `earlier`: the unit in focus."""
    if line.word(index - 1) == "in" and line.word(index) == "the" and line.word(index + 1) in _SINGLE:
        unit = UNITS[line.word(index + 1)]
        anchor = "focus" if unit == "D" else "dct"
        return Found(index + 2, {"type": "DATE", "form": "shift", "unit": unit, "shift": 0, "anchor": anchor})
    return None


def read_fiscal(line: Line, at: int) -> Found | None:
    """Read `the quarter`, `the latest quarter`, `the year` in accounts, and `year-earlier`, `the year-ago period`."""
    start, the = at, line.word(at) == "the"
    at += 1 if line.word(at) in ("the", "a") else 0
    if line.word(at) == "year" and line.word(at + 1) == "-" and line.word(at + 2) in ("earlier", "ago"):
        stop = at + 3
        noun = read_quarter(line, stop)
        stop = noun.stop if noun else stop + (1 if line.word(stop) in ("period", "quarter") else 0)
        fields: Fields = {"type": "DATE", "form": "shift", "unit": "Y", "shift": -1, "anchor": "dct", "article": True}
        return Found(stop, fields, start if the else at)
    led = line.word(start - 1) in ("in", "for", "during", "of", "over", "through", "throughout", "and")
    if not the or not (led or line.word(at) == "latest"):
        return None
    at += 1 if line.word(at) in ("latest", "full", "fiscal") else 0
    if line.word(at) in ("quarter", "period") and (line.word(at) == "quarter" or line.word(at - 1) == "latest"):
        return Found(at + 1, {"type": "DATE", "form": "quarter"}, start)
    if line.word(at) == "year" and line.word(at + 1) in ("ended", "ending", "to"):
        return Found(at + 1, {"type": "DURATION", "form": "duration", "value": "P1Y"}, start)
    if line.word(at) == "year" and line.word(at + 1) not in ("-", "'s", "of", "before", "after"):
        return Found(at + 1, {"type": "DATE", "form": "shift", "unit": "Y", "shift": 0, "anchor": "dct"}, start)
    return None


def read_with_article(line: Line, at: int) -> Found | None:
    """Read `the 1990s`, `the fall of 2020`, `the 18th century`, `the 9th of May` with the article."""
    found = (
        read_decade(line, at + 1)
        or read_century(line, at + 1)
        or read_season(line, at + 1)
        or read_quarter(line, at + 1)
        or read_day_month(line, at + 1)
        or read_nth_day(line, at)
    )
    return Found(found.stop, found.fields, at) if found else None


def read_anchored(line: Line, at: int) -> Found | None:
    """Read a date that an edge, `early` or a clock may be said of."""
    return (
        read_weekday(line, at)
        or read_month(line, at)
        or read_decade(line, at + (1 if line.word(at) == "the" else 0))
        or read_century(line, at + (1 if line.word(at) == "the" else 0))
        or read_quarter(line, at + (1 if line.word(at) == "the" else 0))
        or read_season(line, at + (1 if line.word(at) == "the" else 0))
        or read_deictic(line, at)
        or read_directed(line, at)
        or read_bare_year(line, at)
    )


def read_neighbour(line: Line, at: int) -> Found | None:
    """Read `the day before`, `the following day`, `the week after`, `a day earlier`: a step from the date in focus."""
    if line.word(at) != "the" or line.word(at + 1) not in _SINGLE or line.word(at + 2) not in _AFTER:
        return None
    word, unit = line.word(at + 2), UNITS[line.word(at + 1)]
    way = -1 if word in ("before", "earlier", "prior") else 1
    if line.follows(at + 1, "day", "after", "tomorrow"):
        return Found(at + 4, {"type": "DATE", "form": "shift", "unit": "D", "shift": 2, "anchor": "dct"})
    if word in ("before", "after", "prior") and line.tag(at + 3) in (
        "DT",
        "NN",
        "NNS",
        "NNP",
        "PRP$",
        "JJ",
        "VBG",
        "PRP",
    ):
        return None
    if line.word(at + 2) == "before" and line.follows(at + 3, "yesterday"):
        way, stop = -2, at + 4
        return Found(stop, {"type": "DATE", "form": "shift", "unit": "D", "shift": way, "anchor": "dct"})
    return Found(at + 3, {"type": "DATE", "form": "shift", "unit": unit, "shift": way, "anchor": "focus"})


def with_clock(line: Line, found: Found) -> Found:
    """Take a part of the day or a clock behind a date: `Friday evening`, `Wednesday at 9 a.m.`, `tomorrow morning`."""
    if found.fields.get("clock") or found.fields["form"] not in ("calendar", "shift", "nth"):
        return _sharpened(line, found)
    if found.fields.get("unit", "D") != "D" or (found.fields["form"] == "calendar" and not _of_day(found)):
        return found
    part = read_part(line, found.stop)
    if part and line.word(found.stop) != "overnight":
        return _sharpened(line, found.with_(part[1], clock=part[0], type="TIME"))
    clock, index = _clock_at(line, found.stop)
    if clock and (index > found.stop or ":" in clock[0]):
        return found.with_(clock[1], clock=clock[0], type="TIME")
    return found


def _clock_at(line: Line, at: int) -> tuple[tuple[str, int] | None, int]:
    """Return the clock behind a position, `at`, `at around` and a comma skipped, and where it begins."""
    index = at + (1 if line.word(at) in ("at", ",") else 0)
    index += 1 if line.follows(at, ",", "at") else 0
    index += 1 if line.word(index) in _ABOUT else 0
    return read_clock(line, index), index


def _sharpened(line: Line, found: Found) -> Found:
    """Take the clock behind a part of the day: `yesterday evening at around half past eight`."""
    part = str(found.fields.get("clock", ""))
    if part not in _HALVES or found.fields.get("night") or line.word(found.stop) != "at":
        return found
    clock, _ = _clock_at(line, found.stop)
    if clock is None:
        return found
    hour = int(clock[0][1:3])
    late = _HALVES[part] and hour < 12 and (part != "TNI" or hour > 5)
    return found.with_(clock[1], clock=f"T{hour + 12:02d}{clock[0][3:]}" if late else clock[0])


def _of_day(found: Found) -> bool:
    """Tell whether a calendar date is as fine as a day."""
    return "day" in found.fields or "weekday" in found.fields


def read_time(line: Line, at: int) -> Found | None:
    """Read a clock or part of a day, with the day behind it: `9 a.m. Tuesday`, `the morning of July 5`."""
    start = at
    near = line.word(at) in ("shortly", "just", "soon") and line.word(at + 1) in ("before", "after")
    at += 2 if near else 0
    at += 1 if line.word(at) == "the" else 0
    found = read_clock(line, at) or read_part(line, at)
    if found is None:
        return None
    clock, stop = found
    fields: Fields = {"type": "TIME", "form": "clock", "clock": clock}
    if near:
        fields["mod"] = "BEFORE" if line.word(start + 1) == "before" else "AFTER"
    if line.follows(stop, "in", "the") and read_part(line, stop + 2):
        stop = stop + 3
    index = stop + (1 if line.word(stop) in ("on", "of", ",") else 0)
    date = read_weekday(line, index) or read_month(line, index) or read_deictic(line, index)
    date = date or read_nth_day(line, index) or read_day_month(line, index)
    if (
        date
        and (_of_day(date) or date.fields["form"] == "shift")
        and not (line.word(index) in MONTHS and line.word(stop) == "," and "day" not in date.fields)
    ):
        return Found(date.stop, {**date.fields, **fields, "form": date.fields["form"]}, start)
    return Found(stop, fields, start)
