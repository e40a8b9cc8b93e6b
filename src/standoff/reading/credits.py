"""Tell lines that credit an agency, an outlet or a writer, and credits glued to the end of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standoff.codebook.publishers import Publisher, PublisherBook

_LEAD = re.compile(
    r"(?:with(?: (?:reporting|information|additional reporting|inputs?|files))?(?: (?:from|by))?|by|from|via|"
    r"sources?|credit|courtesy of|special (?:to|for)|text|photos? by|copyright|©)\b:?\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,/;&|+]|\band\b|\s[-–—]\s)\s*")
_TAIL = re.compile(r"(?<=[.!?”\"’)\]])[ \t]+(?=\S)")
_BYLINE = re.compile(r"(?:by|written by|reporting by|text by)\s+(?=[A-Z])", re.IGNORECASE)
_AFTER_NAME = re.compile(r",|\s[-–—|]\s|(?<=\w{3})\.\s")
_LONGEST_TAIL = 60


@dataclass(frozen=True, slots=True)
class Credit:
    """Hold the publishers a line credits, in order."""

    publishers: tuple[Publisher, ...]


def find_credit(line: str, publishers: PublisherBook) -> Credit | None:
    """Return whom a line credits if it does nothing else: `With AFP`, `Bloomberg News`, `(Reuters/AP)`, or nothing.

    A newsroom that the codebook does not list counts only after a word or mark of crediting: `With Sahel Wire`.
    """
    if len(line) > 120 or line.rstrip().endswith(":"):
        return None
    whole = line.strip(" .()[]–—-*•|")
    rest = _LEAD.sub("", whole, count=1)
    led = rest != whole or line.strip().startswith(("(", "[", "–", "—"))
    found, staff = [], publishers.heads.nobody
    for part in _AND.split(rest):
        name = part.strip(" .()[]").removeprefix("our ")
        publisher = publishers.newsroom(name) or (publishers.unlisted(name) if led else None)
        if publisher:
            found.append(publisher)
        elif name and name.casefold() not in staff:
            return None
    return Credit(tuple(found)) if found or rest.strip(" .").casefold() in staff else None


def is_byline(line: str) -> bool:
    """Tell whether a line names a writer and no more: `By Ana Petrova, Special to The Example`."""
    match = _BYLINE.match(line.strip())
    words = line.strip().split()
    if match is None or len(words) > 16 or line.rstrip().endswith(("!", "?")):
        return False
    named = _AFTER_NAME.split(line[match.end() :], maxsplit=1)[0]
    names = [word for word in named.split() if word not in ("and", "&", "in", "with")]
    return 0 < len(names) <= 8 and all(word[:1].isupper() for word in names)


def is_name(line: str) -> bool:
    """Tell whether a line may be a person's name and no more: two to four words, each with a capital."""
    words = line.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() and word.rstrip(".").isalpha() for word in words)


def glued_credit(paragraph: str, publishers: PublisherBook) -> int | None:
    """Return where in a paragraph a credit begins that is glued to its end, or nothing."""
    for match in reversed(list(_TAIL.finditer(paragraph, max(0, len(paragraph) - 600)))):
        tail = paragraph[match.end() :]
        if len(tail) <= _LONGEST_TAIL and find_credit(tail, publishers):
            return match.end()
        if publishers.furniture.kind_of(tail) == "credit":
            return match.end()
    return None
