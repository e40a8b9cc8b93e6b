"""Read years and what they are made of or make up: decades, centuries, quarters, halves and seasons."""

from __future__ import annotations

from standoff.annotating.times.line import Fields, Found, Line, read_year
from standoff.annotating.times.words import DECADES, DIRECTIONS, FOCUSED, SEASONS, listed, plain_ordinal

YEAR_BEFORE = frozenset(
    listed(
        "in since until till by of during from to before after early late through between and circa throughout mid "
        "fiscal the year around back - ( end summer spring winter autumn fall"
    )
)


def calendar(**fields: int | str | None) -> Fields:
    """Return the attributes of a calendar date."""
    return {"type": "DATE", "form": "calendar", **{key: value for key, value in fields.items() if value is not None}}


def with_year(line: Line, found: Found) -> Found:
    """Take `this year`, `last year`, `of last year`, `next year` behind a month, season or quarter."""
    stop = found.stop + (1 if line.word(found.stop) in ("of", "in") else 0)
    way = DIRECTIONS.get(line.word(stop))
    if way is not None and line.word(stop + 1) == "year" and line.word(stop + 2) != "'s":
        anchor = "focus" if line.word(stop) in FOCUSED else "dct"
        return found.with_(stop + 2, years=way, anchor=anchor)
    if line.word(stop) == "the" and line.word(stop + 2) == "year" and line.word(stop + 1) in FOCUSED:
        return found.with_(stop + 3, years=DIRECTIONS[line.word(stop + 1)], anchor="focus")
    return found


def read_decade(line: Line, at: int) -> Found | None:
    """Read `1990s`, `'80s`, `the nineties`, and `the 1990s` from its number."""
    word = line.word(at)
    if word in ("'", "’", "‘") and len(line.word(at + 1)) == 3 and line.word(at + 1).endswith("0s"):
        inner = _short_decade(line.word(at + 1))
        return Found(at + 2, inner) if inner else None
    if len(word) == 5 and word.endswith("0s") and word[:4].isdigit() and word[:2] in ("18", "19", "20", "17", "16"):
        return Found(at + 1, {"type": "DATE", "form": "absolute", "value": word[:3]})
    if word[:1] in ("'", "’", "‘") and len(word) == 4:
        inner = _short_decade(word[1:])
        return Found(at + 1, inner) if inner else None
    if word in DECADES and line.word(at - 1) in ("the", "early", "late", "mid", "-"):
        return Found(at + 1, {"type": "DATE", "form": "absolute", "value": f"19{DECADES[word]}"})
    return None


def _short_decade(word: str) -> Fields | None:
    """Return the attributes of `80s`, taken as of the twentieth century from the thirties on."""
    if len(word) == 3 and word.endswith("0s") and word[0].isdigit():
        century = "20" if word[0] in "012" else "19"
        return {"type": "DATE", "form": "absolute", "value": f"{century}{word[0]}"}
    return None


def read_century(line: Line, at: int) -> Found | None:
    """Read `20th century`, `the nineteenth century`."""
    number = plain_ordinal(line.word(at))
    index = at + 1
    if number is None and line.word(at) == "twenty" and line.word(at + 1) == "-":
        number, index = plain_ordinal(line.word(at + 2)), at + 3
        number = number + 20 if number else None
    index += 1 if line.word(index) == "-" else 0
    if number and number < 30 and line.word(index) in ("century", "centuries"):
        return Found(index + 1, {"type": "DATE", "form": "absolute", "value": f"{number - 1:02d}"})
    return None


def read_years(line: Line, at: int) -> Found | None:
    """Read `2014-15`, `2016/17` and, where the tokenizer leaves it whole, `2014–2016`."""
    stop, parts = at + 1, line.word(at).replace("–", "-").replace("/", "-").split("-")
    if line.word(at + 1) in ("-", "–", "/") and len(line.word(at + 2)) == 2 and len(parts) == 1:
        stop, parts = at + 3, [line.word(at), line.word(at + 2)]
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts) or len(parts[0]) != 4:
        return None
    first, last = int(parts[0]), int(parts[1]) if len(parts[1]) == 4 else int(parts[0][:2] + parts[1][:2])
    if len(parts[1]) not in (2, 4) or not 1800 <= first < last <= first + 60 or last > 2100:
        return None
    return Found(stop, {"type": "DATE", "form": "years", "value": f"{first}/{last}"})


def read_short_quarter(line: Line, at: int) -> Found | None:
    """Read `Q3 2021`, `Q3 of this year`, `Q3`."""
    if not line.forms[at].startswith("Q"):
        return None
    found = with_year(line, Found(at + 1, {"type": "DATE", "form": "calendar", "quarter": int(line.word(at)[1])}))
    year = read_year(line, found.stop + 1 if line.word(found.stop) in ("of", ",") else found.stop)
    return found.with_(year[1], year=year[0]) if year and "years" not in found.fields else found


def read_bare_year(line: Line, at: int) -> Found | None:
    """Read a year that its surroundings show to be one: after `in`, `since`, before a noun, or labelled a date."""
    year = read_year(line, at)
    if not year:
        return None
    fields: Fields = {"type": "DATE", "form": "absolute", "value": str(year[0])}
    if not line.word(at)[:1].isdigit():
        return Found(year[1], fields)
    follower = line.word(year[1])
    quarter = read_quarter(line, year[1])
    if quarter and "year" not in quarter.fields:
        return Found(quarter.stop, {**quarter.fields, "year": year[0]})
    if line.word(at - 1) in ("$", "€", "£", "#", "no.") or follower in (
        "%",
        "percent",
        "km",
        "kilometers",
        "a.m.",
        "gmt",
    ):
        return None
    if follower == "-" and line.word(year[1] + 1) in (
        "year",
        "strong",
        "member",
        "page",
        "km",
        "mile",
        "foot",
        "meter",
    ):
        return None
    if line.entities[at] == "DATE" or (1900 <= year[0] <= 2059 and _placed(line, at, year[1])):
        return Found(year[1], fields)
    return None


def _placed(line: Line, at: int, stop: int) -> bool:
    """Tell whether the words around four digits let them be a year."""
    before = line.word(at - 1)
    if line.tag(stop) in ("NNS", "NNPS") or line.entities[at] in ("MONEY", "QUANTITY", "PERCENT"):
        return False
    return before in YEAR_BEFORE or line.tag(stop).startswith("NN")


def read_quarter(line: Line, at: int) -> Found | None:
    """Read `third quarter`, `third-quarter`, `the first half of 1990`, with its year where one follows."""
    start = at
    at += 1 if line.word(at) == "the" else 0
    number = plain_ordinal(line.word(at))
    if line.word(at) == "last" and line.word(at + 1) == "half":
        number = 2
    index = at + 2 if line.word(at + 1) == "-" else at + 1
    noun = line.word(index)
    if number is None or noun not in ("quarter", "half", "quarters") or number > (2 if noun == "half" else 4):
        return None
    key = "half" if noun == "half" else "quarter"
    found = with_year(line, Found(index + 1, {"type": "DATE", "form": "calendar", key: number}, start))
    year = (
        read_year(line, found.stop + 1) if line.word(found.stop) in ("of", ",", "in") else read_year(line, found.stop)
    )
    if year and "years" not in found.fields:
        return found.with_(year[1], year=year[0])
    if noun == "half" and "years" not in found.fields:
        return None
    return found


def read_season(line: Line, at: int) -> Found | None:
    """Read `the fall of 2020`, `summer 2019`, `last spring`; a bare `fall` or `spring` needs an article and no `of`."""
    season = SEASONS.get(line.word(at))
    if season is None or not line.tag(at).startswith("NN"):
        return None
    fields: Fields = {"type": "DATE", "form": "calendar", "season": season}
    year_at = at + 2 if line.word(at + 1) in ("of", ",") else at + 1
    year = read_year(line, year_at)
    if year:
        return Found(year[1], {**fields, "year": year[0]})
    found = with_year(line, Found(at + 1, fields))
    if "years" in found.fields:
        return found
    if line.word(at + 1) == "of" or (line.word(at) == "fall" and line.word(at - 1) not in ("this", "last", "next")):
        return None
    if line.word(at - 1) in ("in", "this", "last", "next", "by", "until", "since", "late", "early", "every", "mid"):
        return found
    return found if line.word(at - 1) == "the" and line.word(at - 2) in ("in", "by", "since", "until", "over") else None
