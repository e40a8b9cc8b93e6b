"""Lay one document, its parse and the marks made so far side by side, for look-ups by position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from standoff.model.annotation import Annotation, AnnotationKind
from standoff.model.document import EXCLUDED, Block, Document
from standoff.model.entity import PartyRef
from standoff.model.grounding import Grounding
from standoff.model.parse import Parse
from standoff.model.span import Span

_MENTIONS = frozenset({"name", "description", "pronoun"})
_WIDEST = 200  # code points a noun phrase may reach to the left of its head


@dataclass(frozen=True, slots=True)
class Page:
    """Hold what a step may read: annotations in text order, groundings by annotation id; make one with `page`."""

    document: Document
    parse: Parse
    annotations: tuple[Annotation, ...] = ()
    groundings: Mapping[str, tuple[Grounding, ...]] = field(default_factory=dict)
    starts: tuple[int, ...] = ()

    def marked(self, annotations: Iterable[Annotation] = (), groundings: Iterable[Grounding] = ()) -> Self:
        """Return a page with further marks."""
        ordered = tuple(sorted((*self.annotations, *annotations), key=lambda a: (a.span.start, -a.span.stop, a.kind)))
        tied = dict(self.groundings)
        for item in groundings:
            tied[item.annotation] = (*tied.get(item.annotation, ()), item)
        return type(self)(self.document, self.parse, ordered, tied, tuple(a.span.start for a in ordered))

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

    def speakers(self, start: int, stop: int) -> tuple[Grounding, ...]:
        """Return the party groundings of whom the words `[start, stop)` name: their syntactic head and its conjuncts.

        Modifiers ("Armenian" in "Armenian hauliers") do not count: nothing is returned where only they are grounded.
        """
        tied = self._tied(start, stop)
        tokens = self.parse.tokens_in(start, stop)
        queue = [token for token in tokens if self.parse.heads[token] not in tokens or self.parse.heads[token] == token]
        queue = self._named_last(tied, tokens) or queue
        found: dict[str, Grounding] = {}
        for token in queue:
            mark = tied.get(token)
            grounding = self.party_grounding(mark) if mark else None
            if mark and grounding and not _mixed(found, grounding):
                found[mark.id] = grounding
            reach = self.parse.children[token] if mark or not found else ()
            queue.extend(child for child in reach if self.parse.deps[child] == "conj" and child in tokens)
        return tuple(found.values())

    def _named_last(self, tied: Mapping[int, Annotation], tokens: range) -> list[int]:
        """Return the last token where a person's name follows a plain noun ("Commissioner for Refugees Jane Roe")."""
        last = tied.get(tokens[-1]) if tokens else None
        if last is None or last.attributes.get("label") != "person":
            return []
        before = self.parse.token_at(last.head.start) - 1
        if self.parse.forms[before] == ")" and self.parse.forms[before - 2] == "(":
            before -= 3  # "the head of the Regional Administration (ORA) Jane Roe"
        plain = before in tokens and before not in tied and self.parse.pos[before] in {"NOUN", "PROPN"}
        return [tokens[-1]] if plain else []

    def _tied(self, start: int, stop: int) -> dict[int, Annotation]:
        """Return the mention that each token of `[start, stop)` is the head part of."""
        tied: dict[int, Annotation] = {}
        titled: dict[str, str] = {}
        for index in range(bisect_left(self.starts, start - _WIDEST), len(self.annotations)):
            mark = self.annotations[index]
            if mark.span.start >= stop:
                break
            if mark.kind in _MENTIONS and mark.head.start >= start and mark.head.stop <= stop:
                tied |= dict.fromkeys(self.parse.tokens_in(mark.head.start, mark.head.stop), mark)
                if mark.attributes.get("title"):
                    titled[mark.id] = str(mark.attributes.get("same_as"))
        names = {mark.id: mark for mark in tied.values()}
        return {token: names.get(titled.get(mark.id, ""), mark) for token, mark in tied.items()}

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


def _mixed(found: Mapping[str, Grounding], other: Grounding) -> bool:
    """Tell whether a state is listed beside a person, which the parser does to titles ("X, Europe director")."""
    kinds = {ref.kind for tie in found.values() for ref in tie.parties}
    return "person" in kinds and all(ref.kind == "state" for ref in other.parties)
