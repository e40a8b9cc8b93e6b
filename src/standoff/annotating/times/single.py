"""Read single words and names that are times: `now`, `recently`, bare units, named periods and festivals."""

from __future__ import annotations

from standoff.annotating.times.durations import duration_value
from standoff.annotating.times.line import Found, Line, read_year
from standoff.annotating.times.words import DIRECTIONS, PLURALS, REFERENCES, UNITS

_REFERRING: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "at": ((("at", "present"), "PRESENT_REF"), (("at", "the", "moment"), "PRESENT_REF")),
    "in": (
        (("in", "the", "past"), "PAST_REF"),
        (("in", "the", "future"), "FUTURE_REF"),
        (("in", "the", "near", "future"), "FUTURE_REF"),
    ),
    "the": ((("the", "future"), "FUTURE_REF"), (("the", "near", "future"), "FUTURE_REF")),
    "current": ((("current",), "PRESENT_REF"),),
    "recent": ((("recent",), "PAST_REF"),),
    "these": ((("these", "days"), "PRESENT_REF"),),
    "right": ((("right", "now"), "PRESENT_REF"),),
}
_RELATING = frozenset({"before", "after", "that", "leading", "following", "since", "ahead", "preceding", "immediately"})


def read_reference(line: Line, at: int) -> Found | None:
    """Read `now`, `currently`, `recently`, `soon`: references to the present, past and future as such."""
    word = line.word(at)
    return Found(at + 1, {"type": "DATE", "form": "ref", "value": REFERENCES[word]})


def read_edge_word(line: Line, at: int) -> Found | None:
    """Read `current`, `recent` before a noun, and `in the past`, `at present`."""
    for words, value in _REFERRING.get(line.word(at), ()):
        if line.follows(at, *words) and _stands(line, at, words):
            start = at + 1 if words[0] == "in" else at
            return Found(at + len(words), {"type": "DATE", "form": "ref", "value": value}, start)
    return None


def _stands(line: Line, at: int, words: tuple[str, ...]) -> bool:
    """Tell whether `the past` stands alone, `recent` before a noun, as a reference to time takes."""
    tag = line.tag(at + len(words))
    return len(words) == 1 or (line.word(at + len(words)) not in UNITS and tag not in ("CD", "JJ", "NN", "NNS", "DT"))


def read_unit(line: Line, at: int) -> Found | None:
    """Read a bare unit: `months` and `decades` as vague durations, `the weekend`, `the year 2000`."""
    start, the = at, line.word(at) == "the"
    at += 1 if the else 0
    word = line.word(at)
    unit = UNITS.get(word)
    if unit is None:
        return None
    if the and word == "weekend":
        return Found(at + 1, {"type": "DATE", "form": "shift", "unit": "WE", "shift": 0, "anchor": "dct"}, start)
    if the and word == "year":
        year = read_year(line, at + 1)
        return Found(year[1], {"type": "DATE", "form": "absolute", "value": str(year[0])}, start) if year else None
    if the and word in ("days", "weeks", "months", "years", "decades") and line.word(at + 1) in _RELATING:
        return Found(at + 1, {"type": "DURATION", "form": "duration", "value": duration_value(None, unit)}, at)
    return None if the else _bare_plural(line, at, unit)


def _bare_plural(line: Line, at: int, unit: str) -> Found | None:
    """Read `months`, `decades`, `hours later` without an article: vague durations."""
    word, before = line.word(at), line.word(at - 1)
    if word in ("hours", "minutes"):
        related = line.word(at + 1) in ("after", "before", "later", "earlier", "ago")
        return _vague_shift(line, at, unit) if related else None
    if line.word(at + 1) == "old" or word not in PLURALS or word in ("seconds", "nights", "quarters", "weekends"):
        return None
    if line.word(at + 1) in ("ago", "earlier", "later") and before != "'s":
        return _vague_shift(line, at, unit)
    if before in DIRECTIONS or before in ("the", "these", "those", "his", "her", "our", "its"):
        return None
    return Found(at + 1, {"type": "DURATION", "form": "duration", "value": duration_value(None, unit)})


def _vague_shift(line: Line, at: int, unit: str) -> Found:
    """Read `months ago`, `weeks later`, `hours before` as vague."""
    if line.word(at + 1) in ("after", "before"):
        return Found(at + 1, {"type": "DURATION", "form": "duration", "value": duration_value(None, unit)})
    way = 1 if line.word(at + 1) == "later" else -1
    value = duration_value(None, unit)
    return Found(at + 2, {"type": "DURATION", "form": "duration", "value": value, "unit": unit, "way": way})


def read_period(line: Line, at: int) -> Found | None:
    """Read a named period or festival of the codebook, with its year: `Nowruz`, `Ramadan 2023`, `Election Day`."""
    best: Found | None = None
    for words, period in line.periods.get(line.word(at), ()):
        if line.follows(at, *words) and (best is None or at + len(words) > best.stop):
            fields = {"type": "DATE", "form": "period", "period": period.id, "rule": period.value}
            best = Found(at + len(words), {**fields, "earliest": period.earliest, "latest": period.latest})
    if best is None:
        return None
    year = read_year(line, best.stop) if line.word(best.stop)[:1].isdigit() else None
    return best.with_(year[1], year=year[0]) if year else best
