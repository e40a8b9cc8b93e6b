"""Cut text into the windows a tagger reads: words, their case, and whether they stand inside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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

    def extent(self, words: tuple[int, int]) -> tuple[int, int]:
        """Return the code points `[start, stop)` of words `[first, after)`."""
        return self.starts[words[0]], self.stops[words[1] - 1]


def windows(text: str, start: int, stop: int) -> Iterator[Window]:
    """Yield the windows of one paragraph `[start, stop)`; the quotation state runs through it and ends with it."""
    inside = False
    for piece_start, piece_stop in _pieces(text, start, stop):
        spans = [match.span() for match in WORD.finditer(text, piece_start, piece_stop)]
        if not spans:
            continue
        forms = tuple(text[a:b].translate(_FOLDED) for a, b in spans)
        types, inside = _types(text, spans, inside)
        yield Window(tuple(a for a, _ in spans), tuple(b for _, b in spans), forms, types)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield `[start, stop)` of each line that holds more than space."""
    for match in re.finditer(r"[^\n]+", text):
        if match.group().strip():
            yield match.span()


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraph whole, or cut at sentence ends into pieces of at most CUT words (hard cuts at LONGEST)."""
    if sum(1 for _ in WORD.finditer(text, start, stop)) <= LONGEST:
        yield start, stop
        return
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, stop)]
    begin, size, previous = start, 0, start
    for end in (*ends, stop):
        words = [match.end() for match in WORD.finditer(text, previous, end)]
        if size and size + len(words) > CUT:
            yield begin, previous
            begin, size = previous, 0
        for index in range(LONGEST, len(words), LONGEST):
            yield begin, words[index - 1]
            begin, size = words[index - 1], 0
        size += len(words) % LONGEST
        previous = end
    if begin < stop:
        yield begin, stop


def _types(text: str, spans: list[tuple[int, int]], inside: bool) -> tuple[tuple[int, ...], bool]:
    """Return each word's type (0 lower, 1 Title, 2 UPPER, + 3 inside quotation marks) and the state at the end."""
    types: list[int] = []
    for start, stop in spans:
        word = text[start:stop]
        if word in {'"', "“", "”"}:
            types.append(3)
            inside = word == "“" if word != '"' else not inside
            continue
        case = 2 if len(word) > 1 and word.isupper() else int(word[0].isupper())
        types.append(case + 3 * inside)
    return tuple(types), inside
