"""Find the voice a word stands in: the innermost statement whose content holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from standoff.model.parse import Parse
from standoff.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Voices:
    """Hold the statements of a page: contents in text order, cue tokens, and statements by id.

    `reach[i]` is the furthest stop among the first i + 1 contents, so that a look-up need not scan them all.
    """

    starts: tuple[int, ...]
    pieces: tuple[tuple[int, int, Statement], ...]
    reach: tuple[int, ...]
    cues: dict[int, Statement]
    tokens: dict[str, frozenset[int]]
    by_id: dict[str, Statement]

    @classmethod
    def of(cls, parse: Parse, statements: Iterable[Statement]) -> Self:
        """Index the statements of a page."""
        kept = tuple(statements)
        pieces = sorted(((s.start, s.stop, st) for st in kept for s in st.content), key=lambda p: (p[0], -p[1]))
        reach: list[int] = []
        for _, stop, _ in pieces:
            reach.append(max(stop, reach[-1] if reach else 0))
        tokens = {st.id: frozenset(t for span in st.cue for t in parse.tokens_in(span.start, span.stop)) for st in kept}
        cues = {token: st for st in reversed(kept) for token in tokens[st.id]}
        starts = tuple(start for start, _, _ in pieces)
        return cls(starts, tuple(pieces), tuple(reach), cues, tokens, {st.id: st for st in kept})

    def at(self, offset: int, tokens: Iterable[int] = ()) -> Statement | None:
        """Return the innermost statement whose content holds an offset and whose cue is none of the tokens."""
        own = frozenset(tokens)
        best: tuple[int, Statement] | None = None
        for index in range(bisect_right(self.starts, offset) - 1, -1, -1):
            if self.reach[index] <= offset:
                break
            start, stop, statement = self.pieces[index]
            if start <= offset < stop and not (own & self.tokens[statement.id]):
                width = stop - start
                if best is None or width < best[0]:
                    best = (width, statement)
        return best[1] if best else None

    def cued(self, token: int) -> Statement | None:
        """Return the statement whose cue a token is part of, or nothing."""
        return self.cues.get(token)

    def cue_tokens(self, statement: Statement | None) -> frozenset[int]:
        """Return the tokens of a statement's cue."""
        return self.tokens[statement.id] if statement else frozenset()
