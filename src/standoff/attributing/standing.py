"""Tell what kind of speaker a source is, by what it is called or known as: official, soldier, analyst, witness ..."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from standoff.attributing.drafts import Voice
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook
from standoff.codebook.parties import PartyBook
from standoff.model.entity import PartyRef

_BESIDE = ("compound", "appos", "conj", "amod", "nmod")
_LINKS = frozenset({"of", "at", "for", "with", "from"})
NOBODY: frozenset[str] = frozenset()


@dataclass(slots=True)
class Standings:
    """Remember how each speaker of a page was called, so that "she" is still the analyst of the paragraph before."""

    book: ActBook
    parties: PartyBook
    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, sheet: Sheet, voice: Voice | None, refs: Sequence[PartyRef]) -> frozenset[str]:
        """Return the kinds of speaker that a source is by its words here and before, and by who it is known to be."""
        here = frozenset(_kinds(sheet, voice, self.book)) if voice is not None else NOBODY
        here |= {kind for ref in refs for kind in self.book.kinds_of.get(sector_of(ref, self.parties) or "", ())}
        if len(refs) != 1:
            return here
        name = refs[0].name
        self.known[name] = here | self.known.get(name, NOBODY)
        return self.known[name]


def sector_of(ref: PartyRef, parties: PartyBook) -> str | None:
    """Return the sector that the codebook gives a party, or nothing for one it does not know."""
    held = parties.get(ref.party) if ref.party is not None else None
    return held.sector if held is not None else None


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
