"""Cut words into the pieces of BERT's uncased vocabulary: greedy, the longest piece first (Wu et al. 2016)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
_LONGEST = 100  # code points of a word that is cut; a longer one is unknown
_IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))


@dataclass(frozen=True, slots=True)
class WordPiece:
    """Hold the ids of pieces by their letters (those inside a word start with ##), and what words were cut into."""

    ids: dict[str, int]
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def bounds(self) -> tuple[int, int]:
        """Return the ids that begin and end a window."""
        return self.ids[BEGIN], self.ids[END]

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the ids of a word's pieces; none where the word holds nothing that is written."""
        found = self.known.get(word)
        if found is None:
            found = tuple(piece for part in _parts(word) for piece in self._pieces(part))
            if len(self.known) < len(self.ids):  # bounds the memory of a process that reads for long
                self.known[word] = found
        return found

    def _pieces(self, part: str) -> Iterator[int]:
        """Yield the ids of a part's pieces, or that of the unknown word where no pieces make it up."""
        found: list[int] = []
        start = 0
        while start < len(part):
            stop = min(len(part), start + _LONGEST)
            mark = "##" if start else ""
            while stop > start and mark + part[start:stop] not in self.ids:
                stop -= 1
            if stop == start or len(part) > _LONGEST:
                found = [self.ids[UNKNOWN]]
                break
            found.append(self.ids[mark + part[start:stop]])
            start = stop
        yield from found


def read(path: Path) -> WordPiece:
    """Read a vocabulary, one piece a line, its number the id; raises OSError."""
    pieces = path.read_text(encoding="utf-8").split("\n")
    return WordPiece({piece: number for number, piece in enumerate(pieces)})


def _parts(word: str) -> Iterator[str]:
    """Yield a word in lower case without accents, cut at signs and ideographs."""
    letters = (c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    part = ""
    for letter in letters:
        if unicodedata.category(letter)[0] == "C":
            continue
        if _stands_alone(letter):
            if part:
                yield part
            yield letter
            part = ""
        else:
            part += letter
    if part:
        yield part


def _stands_alone(letter: str) -> bool:
    """Tell whether a sign is a word of its own: punctuation or an ideograph."""
    if letter.isalnum() and letter < "\u3400":
        return False
    if letter.isascii():
        return True
    return unicodedata.category(letter)[0] == "P" or any(a <= ord(letter) <= b for a, b in _IDEOGRAPHS)
