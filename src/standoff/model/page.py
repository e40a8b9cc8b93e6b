"""Lay one document, its parse and the marks made so far side by side, for look-ups by position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from standoff.model.annotation import Annotation, AnnotationKind
from standoff.model.document import EXCLUDED, Block, Document
from standoff.model.entity import PartyRef
from standoff.model.grounding import Grounding
from standoff.model.parse import Parse
from standoff.model.span import Span


@dataclass(frozen=True, slots=True)
class Page:
    """Hold what a step may read: annotations in text order, groundings by annotation id; make one with `page`.

    `author` is the party whose own words the whole text is, as a communique's, where that could be told.
    """

    document: Document
    parse: Parse
    annotations: tuple[Annotation, ...] = ()
    groundings: Mapping[str, tuple[Grounding, ...]] = field(default_factory=dict)
    starts: tuple[int, ...] = ()
    author: PartyRef | None = None

    def marked(self, annotations: Iterable[Annotation] = (), groundings: Iterable[Grounding] = ()) -> Self:
        """Return a page with further marks."""
        ordered = tuple(sorted((*self.annotations, *annotations), key=lambda a: (a.span.start, -a.span.stop, a.kind)))
        tied = dict(self.groundings)
        for item in groundings:
            tied[item.annotation] = (*tied.get(item.annotation, ()), item)
        return type(self)(self.document, self.parse, ordered, tied, tuple(a.span.start for a in ordered), self.author)

    def written_by(self, author: PartyRef | None) -> Self:
        """Return the page as the words of a party."""
        return replace(self, author=author)

    def within(self, start: int, stop: int, *kinds: AnnotationKind) -> list[Annotation]:
        """Return the annotations that lie wholly in `[start, stop)`, in text order, of the kinds or of any."""
        found = []
        for index in range(bisect_left(self.starts, start), len(self.annotations)):
            mark = self.annotations[index]
            if mark.span.start >= stop:
                break
            if mark.span.stop <= stop and (not kinds or mark.kind in kinds):
                found.append(mark)
        return found

    def parties_of(self, mark: Annotation) -> tuple[PartyRef, ...]:
        """Return the parties an annotation stands for."""
        return tuple(ref for tie in self.groundings.get(mark.id, ()) for ref in tie.parties)

    def party_grounding(self, mark: Annotation) -> Grounding | None:
        """Return an annotation's grounding to parties, or nothing."""
        return next((tie for tie in self.groundings.get(mark.id, ()) if tie.parties), None)

    def place_grounding(self, mark: Annotation) -> Grounding | None:
        """Return an annotation's grounding to a place, or nothing."""
        return next((tie for tie in self.groundings.get(mark.id, ()) if tie.place is not None), None)

    def time_grounding(self, mark: Annotation) -> Grounding | None:
        """Return an annotation's grounding to a time, or nothing."""
        return next((tie for tie in self.groundings.get(mark.id, ()) if tie.time is not None), None)

    def span_of(self, tokens: Iterable[int]) -> Span:
        """Return the span from the first to the last of some tokens."""
        indices = list(tokens)
        return self.document.span(self.parse.starts[min(indices)], self.parse.stops[max(indices)])

    def block_at(self, offset: int) -> Block | None:
        """Return the block of the layout that holds an offset, or nothing."""
        blocks = self.document.blocks
        index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
        return blocks[index] if index >= 0 and offset < blocks[index].stop else None

    def analysed(self, offset: int) -> bool:
        """Tell whether an offset lies in text that is analysed, not in metadata or boilerplate."""
        block = self.block_at(offset)
        return block is None or block.kind not in EXCLUDED


def page(
    document: Document, parse: Parse, annotations: Iterable[Annotation] = (), groundings: Iterable[Grounding] = ()
) -> Page:
    """Lay a document and its parse out with marks."""
    return Page(document, parse).marked(annotations, groundings)
