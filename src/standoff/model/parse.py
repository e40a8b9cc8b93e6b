"""Hold tokens, tags and dependency arcs of one text as plain parallel tuples, whatever parser made them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Parse:
    """Hold n tokens: offsets (code points), forms, lemmas, coarse and fine tags (UD UPOS, PTB), arcs and entity labels.

    `heads[i]` is the index of token i's head (i itself for a root); `deps` are ClearNLP labels as spaCy gives them;
    `entities[i]` is an OntoNotes label or ""; `entity_starts[i]` tells a first token of an entity;
    `sentence_starts` lists first tokens of sentences; `children[i]` lists dependents in order.
    """

    starts: tuple[int, ...]
    stops: tuple[int, ...]
    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]
    entity_starts: tuple[bool, ...]
    sentence_starts: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        return len(self.starts)

    def token_at(self, offset: int) -> int:
        """Return the index of the last token that starts at or before the offset (-1 before the first)."""
        return bisect_right(self.starts, offset) - 1

    def tokens_in(self, start: int, stop: int) -> range:
        """Return the indices of the tokens that overlap `[start, stop)` code points."""
        first = self.token_at(start)
        if first < 0 or self.stops[first] <= start:
            first += 1
        last = self.token_at(stop - 1)
        return range(first, last + 1)

    def sentence_of(self, token: int) -> range:
        """Return the token range of the sentence that holds the token."""
        index = bisect_right(self.sentence_starts, token) - 1
        first = self.sentence_starts[index]
        after = self.sentence_starts[index + 1] if index + 1 < len(self.sentence_starts) else len(self)
        return range(first, after)

    def sentences(self) -> Iterator[range]:
        """Yield the token range of each sentence in order."""
        bounds = (*self.sentence_starts, len(self))
        for first, after in pairwise(bounds):
            yield range(first, after)

    def subtree(self, token: int) -> list[int]:
        """Return the sorted indices of the token and all its descendants."""
        found = [token]
        for index in found:
            found.extend(self.children[index])
        return sorted(found)

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def children_of(self, token: int, *deps: str) -> list[int]:
        """Return the dependents of a token with one of the labels, in order."""
        return [child for child in self.children[token] if self.deps[child] in deps]

    def bracketed(self, token: int) -> str | None:
        """Return the one word in the brackets that a token opens, as short forms stand, or nothing."""
        forms = self.forms[token : token + 3]
        return forms[1] if len(forms) == 3 and forms[0] == "(" and forms[2] == ")" else None

    def head_of(self, start: int, stop: int) -> int | None:
        """Return the token in `[start, stop)` whose head lies outside it (the first such), or nothing."""
        tokens = self.tokens_in(start, stop)
        for token in tokens:
            if self.heads[token] == token or self.heads[token] not in tokens:
                return token
        return None
