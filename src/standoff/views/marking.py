"""Cut a text at its marks into pieces that carry the names of the marks over them; the text itself stays whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark `[start, stop)` code points with a kind (`content`, `cue`, ...) and the id of what it belongs to."""

    start: int
    stop: int
    kind: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a stretch of text with the marks over it, in order of kind and owner."""

    text: str
    start: int
    marks: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of marks over the piece, each once, in order."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def owners(self) -> tuple[str, ...]:
        """Return the ids of what the marks belong to, each once, in order."""
        return tuple(dict.fromkeys(mark.owner for mark in self.marks if mark.owner))


def cut(text: str, start: int, stop: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut `text[start:stop]` wherever a mark begins or ends; the pieces joined are that text again."""
    inside = [m for m in marks if m.start < stop and m.stop > start]
    changes: dict[int, tuple[list[Mark], list[Mark]]] = {}
    for mark in inside:
        changes.setdefault(max(mark.start, start), ([], []))[0].append(mark)
        changes.setdefault(min(mark.stop, stop), ([], []))[1].append(mark)
    pieces: list[Piece] = []
    open_marks: dict[Mark, int] = {}
    at = start
    for point in sorted(changes):
        if point > at:
            pieces.append(Piece(text[at:point], at, _in_order(open_marks)))
            at = point
        _update(open_marks, *changes[point])
    if at < stop:
        pieces.append(Piece(text[at:stop], at, _in_order(open_marks)))
    return tuple(pieces)


def _in_order(open_marks: dict[Mark, int]) -> tuple[Mark, ...]:
    """Return the open marks in a fixed order."""
    return tuple(sorted(open_marks, key=lambda mark: (mark.kind, mark.start, mark.owner)))


def _update(open_marks: dict[Mark, int], opened: Sequence[Mark], closed: Sequence[Mark]) -> None:
    """Open and close marks at one point; equal marks are counted."""
    for mark in opened:
        open_marks[mark] = open_marks.get(mark, 0) + 1
    for mark in closed:
        open_marks[mark] -= 1
        if not open_marks[mark]:
            del open_marks[mark]


def utf16(text: str, offsets: Iterable[int]) -> dict[int, int]:
    """Map code-point offsets of a text to UTF-16 offsets, as browsers count; the only place where offsets change."""
    wanted = sorted(set(offsets))
    found: dict[int, int] = {}
    at = units = 0
    for offset in wanted:
        units += len(text[at:offset].encode("utf-16-le", "surrogatepass")) // 2
        at = offset
        found[offset] = units
    return found
