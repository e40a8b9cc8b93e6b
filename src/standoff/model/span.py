"""Point into a document: half-open code-point offsets with the quote they enclose."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.errors import InvariantError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Point at `[start, stop)` code points of one document; `quote` is the text there, kept as proof."""

    document: str
    start: int
    stop: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise InvariantError(f"A span needs 0 <= start < stop, not [{self.start}, {self.stop}).")
        if len(self.quote) != self.stop - self.start:
            raise InvariantError(f"A span of {self.stop - self.start} code points cannot quote {self.quote!r}.")

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies within this one, in the same document."""
        return self.document == other.document and self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a code point of the same document."""
        return self.document == other.document and self.start < other.stop and other.start < self.stop
