"""Cut the sentence around an offset out of a text, where no parse is at hand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from standoff.model.document import Document

# A stop counts when a blank and a capital, a quote or a digit follow, and no single capital (an initial) comes before;
# a line break alone does not end a sentence (agency texts are wrapped), an empty line does. Where a page lost its
# paragraphs, a word and the capitalised one behind its stop stand without a blank: "... the 1990s.The", "lie.\"On".
_END = re.compile(
    r"(?<!\b[A-Z])[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n[^\S\n]*\n\s*"
    r"|(?<=[a-z0-9][a-z])[.!?][\"”’')\]]?(?=[\"“‘]?[A-Z][a-z]{1,15}\s)"
)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Hold where the sentences of a text start and end."""

    starts: tuple[int, ...]
    text: str

    def around(self, offset: int) -> tuple[int, int]:
        """Return `[start, stop)` of the sentence that holds an offset, without blanks at its ends."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        start = self.starts[index]
        stop = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        words = self.text[start:stop]
        lead = len(words) - len(words.lstrip())
        return start + lead, max(start + lead + 1, start + len(words.rstrip()))

    def index(self, offset: int) -> int:
        """Return the number of the sentence that holds an offset."""
        return max(bisect_right(self.starts, offset) - 1, 0)


def sentences(text: str, edges: Iterable[int] = ()) -> Sentences:
    """Find the sentences of a text in one pass; `edges` are offsets of the layout that none crosses."""
    starts = {0, *(match.end() for match in _END.finditer(text)), *edges}
    return Sentences(tuple(sorted(start for start in starts if start < len(text) or start == 0)), text)


def sentences_of(document: Document) -> Sentences:
    """Find the sentences of a document, none across two blocks of its layout."""
    edges = (edge for block in document.blocks for edge in (block.start, block.stop))
    return sentences(document.text, edges)
