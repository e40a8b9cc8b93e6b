"""Tell what kind of speaker a source is by what it is called: official, soldier, analyst, witness, paper, crowd ..."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from standoff.attributing.drafts import Voice
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook
from standoff.model.entity import PartyRef

_BESIDE = ("compound", "appos", "conj", "amod", "nmod")
_LINKS = frozenset({"of", "at", "for", "with", "from"})
NOBODY: frozenset[str] = frozenset()


@dataclass(slots=True)
class Standings:
    """Remember how each speaker of a page was called, so that "she" is still the analyst of the paragraph before."""

    book: ActBook
    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, sheet: Sheet, voice: Voice | None, refs: Sequence[PartyRef]) -> frozenset[str]:
        """Return the kinds of speaker that a source is by its words here and before."""
        here = frozenset(_kinds(sheet, voice, self.book)) if voice is not None else NOBODY
        if len(refs) != 1:
            return here
        name = refs[0].name
        self.known[name] = here | self.known.get(name, NOBODY)
        return self.known[name]


def _kinds(sheet: Sheet, voice: Voice, book: ActBook) -> Iterator[str]:
    """Yield the kinds that the nouns of a source name: its head, what is apposed to it, and whose it is."""
    near = [voice.head, *sheet.children(voice.head, *_BESIDE)]
    for noun in sheet.children(voice.head, "appos"):
        near += sheet.children(noun, *_BESIDE)
        near += _linked(sheet, noun)
    near += _linked(sheet, voice.head)
    for token in near:
        yield from book.speakers_of.get(sheet.parse.lemmas[token].lower(), ())


def _linked(sheet: Sheet, noun: int) -> Iterator[int]:
    """Yield the nouns that a preposition ties to a noun ("a fellow at the Institute")."""
    for link in sheet.children(noun, "prep"):
        if sheet.words[link] in _LINKS:
            yield from sheet.children(link, "pobj")
