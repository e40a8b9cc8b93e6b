"""Tell the dateline, date stamp or byline that stands before a report's first words on the same line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standoff.codebook.publishers import PublisherBook
from standoff.codebook.words import HeadWords, Words
from standoff.reading.calendar import Mention, mentions

LONGEST_HEAD = 140


_SENTENCE = frozenset({
    "a", "an", "and", "at", "began", "by", "for", "from", "has", "have", "he", "in", "is", "it", "on", "said",
    "she", "since", "that", "the", "they", "to", "until", "was", "were", "which", "who", "with"
})  # fmt: skip

_END = re.compile(
    r"\s*(?:[–—―](?=\s|\Z)|--+|\s-(?=\s)|(?<=\))\s?-(?=\s)|(?<=\))(?=\s+[A-Z“\"‘«])|[.:](?=\s|\Z|-|[A-Z“\"])\s?(?:[–—-]+)?|\Z)"
)
_AGENCY = re.compile(r"\(([^()\n]{2,40})\)|/([^/\n]{2,40})/")
_CLOCK = re.compile(
    r"(?:\bat )?\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?\(?(?:[A-Z]{2,5}|GMT[+-]\d{1,2})\)?)?(?=\W|\Z)"
)
_LABEL = re.compile(
    r"\b(?:last )?(?:updated|published|posted|modified|date|issued)\b:?(?: on| in)?"
    r"|(?<=\s)by (?=(?-i:[A-Z]{3}))|\s(?:->|→)(?=\s|\Z)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(
    r"[A-ZÀ-ÞĀ-ž’‘'][\w’'.-]*\Z|(?:de|la|el|al|of|and|the|du|le|es|No\.|\d{1,5})\Z|(?:a[dl-nr-t]|as?h|el|ash)-[A-Z][\w’'-]*\Z"
)
_SHOUT = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'.-]{2,}\Z")
_SPLIT = re.compile(r"\s*[,|/·•;]\s*|\s+[-–—]\s+")
# A place alone opens a report before a dash, or in capitals before a colon: `Rabat – Morocco ...`, `LAHORE: The ...`.
_BARE = re.compile(r"((?:[A-Z][\w’'-]+[ /]){0,2}[A-Z][\w’'-]+)(?P<mark>:\s|\s[–—]\s)(?=[A-Z“\"])")
_RUBRIC = re.compile(r"\s*(?:[A-Z][A-Z’'-]+\s?){1,3}:")  # `IRAN - ISRAEL : ...` is a heading over what follows
_SPOKEN = re.compile(
    r"(?:Good|Thank|Thanks|Hello|Welcome|Okay|Yes|No)\b|[^.!?]*\b(?:I|[Ww]e|our|us|[Yy]ou|your|[Mm]y)\b"
)
_TOLD = re.compile(r"[.!?][\"”’')\]]*\Z")
_LEAST_WORDS = 12
_ROLE = re.compile(
    r"(?:op-?ed|opinion|analysis|commentary|special (?:to|for) .+|staff writer|correspondent)\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Head:
    """Hold what stands before the first words: its length with the closing mark, kind, places, agency and date."""

    length: int
    kind: str
    places: tuple[str, ...]
    agency: str | None
    date: Mention | None


def find_head(line: str, publishers: PublisherBook, first: bool) -> Head | None:
    """Return the dateline, stamp or byline at the start of a line, the longest there is, or nothing.

    `first` tells that nothing of the report stands before the line: bylines and bare titles with a full date count
    only there.
    """
    best = None
    for end in _END.finditer(line[: LONGEST_HEAD + 8]):
        if end.start() > LONGEST_HEAD:
            break
        found = _head(line[: end.start()], line[end.start() : end.end()], publishers, first)
        unmarked = end.start() == end.end() < len(line)  # `Damascus, July 14 (SANA) The minister ...`
        if found is not None and not found.date and not found.agency and _RUBRIC.match(line, end.end()):
            return None
        if found is not None and not (unmarked and not (found.places and found.agency)):
            best = Head(end.end(), found.kind, found.places, found.agency, found.date)
            if found.places and _is_dash(end.group()):
                break  # what follows the dash is the report, however it is written: `TOKYO (Reuters) - U.S. ...`
    return best or (_bare_place(line, publishers.heads) if first else None)


def _bare_place(line: str, words: HeadWords) -> Head | None:
    """Return a place that alone opens a told report, or nothing where it may be a speaker, a rubric or an aside."""
    found = _BARE.match(line)
    if found is None or line.count(" ") < _LEAST_WORDS or not _TOLD.search(line):
        return None
    place = found[1]
    if words.label.intersection(place.upper().replace("/", " ").split()):
        return None
    if found["mark"][0] == ":":
        shouted = all(map(_SHOUT.match, place.replace("/", " ").split()))
        named = shouted and line[found.end()] not in '“"' and not _SPOKEN.match(line, found.end())
    else:
        named = not re.search(r"\s[–—]\s", line[found.end() : found.end() + LONGEST_HEAD])
    return Head(found.end(), "dateline", (place,), None, None) if named else None


def _head(head: str, mark: str, publishers: PublisherBook, first: bool) -> Head | None:
    """Return a stretch up to a closing mark as a head, if it is nothing else."""
    byline = re.match(r"by\s+(?=[A-Z])", head, re.IGNORECASE) if first else None
    rest = head[byline.end() :] if byline else head
    rest, date = _without_date(rest)
    agency, rest = _without_agency(rest, publishers)
    parts = [part for part in _SPLIT.split(_LABEL.sub(" ", _CLOCK.sub(" ", rest)).strip(" ,.|-–—:")) if part.strip()]
    named = [found.name for part in parts if (found := publishers.newsroom(part))]
    agency = agency or next(iter(named), None)
    places = tuple(part.strip(" .") for part in parts if not publishers.newsroom(part))
    titled = first and date is not None and date.full is not None and rest.rstrip().endswith(",")
    if any(part.split()[0] in publishers.heads.label for part in places):
        return None
    if not all(_proper(part) or (titled and _is_title(part)) for part in places) or len(places) > 4:
        return None
    if byline and places:
        return Head(0, "credit", (), agency, date)
    if first and not (date or agency) and _is_name(places, mark, publishers.heads.no_name):
        return Head(0, "credit", (), agency, date)
    if re.fullmatch(r"\([^()]+\)", head.strip()) and places and _is_dash(mark):
        return Head(0, "dateline", places, agency, date)
    return _dateline(places, mark, agency, date)


def _dateline(places: tuple[str, ...], mark: str, agency: str | None, date: Mention | None) -> Head | None:
    """Return a dateline or stamp where the evidence suffices for the closing mark."""
    shouted = bool(places) and all(_SHOUT.match(word) for word in places[0].split())
    short = all(len(place.split()) <= 3 for place in places[:1])
    if date is not None or (agency is not None and places and mark.strip()):
        return Head(0, "dateline", places, agency, date)
    if _is_dash(mark) and places and short and shouted:
        return Head(0, "dateline", places, agency, date)
    return None


def _is_dash(mark: str) -> bool:
    """Tell whether a closing mark is a dash."""
    return bool(mark.strip()) and not mark.strip().startswith((".", ":"))


def _is_name(places: tuple[str, ...], mark: str, barred: Words) -> bool:
    """Tell whether a head is a person's name, with a role or nothing, closed by a full stop."""
    if not places or not mark.startswith(".") or len(places) > 2:
        return False
    words = places[0].split()
    if any(word.strip(".").casefold() in barred for word in words):
        return False
    plain = 2 <= len(words) <= 4 and all(word[:1].isupper() and not word.isupper() for word in words)
    return plain and (len(places) == 1 or bool(_ROLE.match(places[1])))


def _without_date(head: str) -> tuple[str, Mention | None]:
    """Return a head without the date printed in it, and the date."""
    found = mentions(head)
    if len(found) != 1:
        return head, None
    only = found[0]
    return f"{head[: only.start]}, {head[only.stop :]}", only


def _without_agency(head: str, publishers: PublisherBook) -> tuple[str | None, str]:
    """Return the agency in brackets or between strokes, and the head without it."""
    match = _AGENCY.search(head)
    if match is None:
        return None, head
    name = (match[1] or match[2]).strip()
    known = publishers.newsroom(name) or publishers.unlisted(name)
    around = f"{head[: match.start()]} {head[match.end() :]}"
    if known:
        return known.name, around
    if match[2] or _SHOUT.match(name):
        return name, around
    if name.casefold() in publishers.heads.nobody:
        return None, around
    return _guessed_agency(head[: match.start()], name, around, head)


def _guessed_agency(before: str, name: str, around: str, head: str) -> tuple[str | None, str]:
    """Return a name in brackets as agency where a place in capitals stands before it, else the head unbracketed."""
    place = before.strip(" ,").split()
    if place and _SHOUT.match(place[0]) and all(word[:1].isupper() for word in name.split()):
        return name, around
    if place and _proper(before.strip(" ,0123456789").split(",")[0]) and not _proper(name):
        return None, around  # a remark: `Goma, 4 May 2024 (our translation) -`
    return None, head.replace("(", "").replace(")", "")


def _is_title(part: str) -> bool:
    """Tell whether a part may be the title of a paper: it begins with a capital and has no words of a sentence."""
    words = part.split()
    return part[:1].isupper() and len(words) <= 6 and not _SENTENCE.intersection(word.lower() for word in words)


def _proper(part: str) -> bool:
    """Tell whether all words of a part are written as names are."""
    words = part.strip(" .").split()
    return 0 < len(words) <= 6 and words[0][:1].isupper() and all(_CAPITAL.match(word) for word in words)
