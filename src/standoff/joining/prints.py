"""Draw fingerprints of a document's words: few, drawn from its text alone, and shared by whoever repeats a long run.

Of the hashes of all runs of five words the least one of each few neighbours is kept (winnowing; Schleimer, Wilkerson
and Aiken 2003), so that two texts with sixteen words in a row in common have a print in common.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

from standoff.model.document import Document
from standoff.model.sketch import Print

RUN = 5
Run = tuple[str, ...]  # so many words in a row
NEIGHBOURS = 12
_TOLD = frozenset({"headline", "subheading", "paragraph", "caption"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[\"“”«»„]")
_OPENS, _TOGGLES, _MARKS = frozenset("“«„"), frozenset('"'), frozenset('“«„”»"')


@dataclass(frozen=True, slots=True)
class Wording:
    """Hold the words of a document in lower case, and for each whether it stands in quotation marks."""

    words: tuple[str, ...]
    quoted: tuple[bool, ...]

    def runs(self, length: int = RUN) -> list[Run]:
        """Return all runs of so many words, in order."""
        return list(zip(*(self.words[shift:] for shift in range(length)), strict=False))


def wording(document: Document) -> Wording:
    """Return the words of a document's told text with what is quoted."""
    words: list[str] = []
    quoted: list[bool] = []
    for block in document.blocks:
        if block.kind not in _TOLD:
            continue
        inside = False  # an unclosed quotation mark must not reach beyond its paragraph
        for form in _WORD.findall(document.text, block.start, block.stop):
            if form in _MARKS:
                inside = form in _OPENS or (form in _TOGGLES and not inside)
            else:
                words.append(form.lower())
                quoted.append(inside)
    return Wording(tuple(words), tuple(quoted))


def prints(document: Document, told: Wording) -> tuple[Print, ...]:
    """Return a document's fingerprints, given its words; a text of a few words has one, or none."""
    hashes = [crc32(" ".join(run).encode()) for run in told.runs()]
    drawn = set(map(min, zip(*(hashes[shift:] for shift in range(NEIGHBOURS)), strict=False)))
    rank = rank_of(document)
    return tuple(Print(key, rank, document.id) for key in sorted(drawn or hashes[:1]))


def rank_of(document: Document) -> str:
    """Return the text that orders originals first: by day, then the agency itself before those who print it."""
    day = document.published.earliest or document.published.latest or "9999"
    return f"{day[:10]} {int(document.agency is not None and document.agency != document.publisher)}"
