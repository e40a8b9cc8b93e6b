"""Cut text into the windows a tagger reads: words, their case, and whether they stand inside a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

WORD = re.compile(r"\w+|[^\w\s]")
LONGEST = 128  # words of a paragraph that is read whole
CUT = 80  # words of a window where a longer paragraph is cut
STYLES = 6  # types of words in each style of marks
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]{0,2}(?:\s+(?=[\"“‘'(\[A-Z0-9])|(?=[A-Z“]))")
_FOLDED = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class Window:
    """Hold n words: offsets `[start, stop)`, forms with plain quote marks, types (case + 3 inside quotation)."""

    starts: tuple[int, ...]
    stops: tuple[int, ...]
    forms: tuple[str, ...]
    types: tuple[int, ...]

    def words_in(self, start: int, stop: int) -> range:
        """Return the indices of the words that overlap `[start, stop)` code points."""
        first = next((i for i, end in enumerate(self.stops) if end > start), len(self.stops))
        after = next((i for i in range(first, len(self.starts)) if self.starts[i] >= stop), len(self.starts))
        return range(first, after)

    def part(self, first: int, after: int) -> Window:
        """Return the words `[first, after)` as a window of their own."""
        if after - first == len(self.starts):
            return self
        cut = slice(first, after)
        return Window(self.starts[cut], self.stops[cut], self.forms[cut], self.types[cut])

    def extent(self, words: tuple[int, int]) -> tuple[int, int]:
        """Return the code points `[start, stop)` of words `[first, after)`."""
        return self.starts[words[0]], self.stops[words[1] - 1]


def windows(text: str, start: int, stop: int) -> Iterator[Window]:
    """Yield the windows of one paragraph `[start, stop)`; the quotation state runs through it and ends with it."""
    inside = False
    folded = text[start:stop].translate(_FOLDED)  # sign for sign, so that offsets stay
    spans = [match.span() for match in WORD.finditer(text, start, stop)]
    for piece in _pieces(text, spans, start, stop):
        types, inside = _types(text, piece, inside)
        starts, stops = zip(*piece, strict=True)
        yield Window(starts, stops, tuple([folded[a - start : b - start] for a, b in piece]), types)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield `[start, stop)` of each line that holds more than space."""
    for match in re.finditer(r"[^\n]+", text):
        if match.group().strip():
            yield match.span()


def _pieces(text: str, spans: list[tuple[int, int]], start: int, stop: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the words of a paragraph whole, or cut at sentence ends to at most CUT words (hard cuts at LONGEST)."""
    if len(spans) <= LONGEST:
        if spans:
            yield spans
        return
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, stop)]
    begin = previous = 0
    for end in (*ends, stop):
        after = bisect_left(spans, end, previous, key=itemgetter(0))
        if previous > begin and after - begin > CUT:
            yield spans[begin:previous]
            begin = previous
        while after - begin > LONGEST:
            yield spans[begin : begin + LONGEST]
            begin += LONGEST
        previous = after
    if begin < len(spans):
        yield spans[begin:]


def _types(text: str, spans: list[tuple[int, int]], inside: bool) -> tuple[tuple[int, ...], bool]:
    """Return each word's type (0 lower, 1 Title, 2 UPPER, + 3 inside quotation marks) and the state at the end."""
    types: list[int] = []
    for start, stop in spans:
        word = text[start:stop]
        if word in {'"', "“", "”"}:
            types.append(3)
            inside = word == "“" if word != '"' else not inside
            continue
        case = 0 if word.islower() else 2 if len(word) > 1 and word.isupper() else int(word[0].isupper())
        types.append(case + 3 * inside)
    return tuple(types), inside
