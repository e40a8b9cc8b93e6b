"""Hold a parse while a step mends its arcs, by words of a book of its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Generic, Self, TypeVar

from standoff.model.parse import Parse

Book = TypeVar("Book")


@dataclass(slots=True)
class Redrawn(Generic[Book]):
    """Hold the columns of a parse that are mended, and the tokens that hang elsewhere now."""

    parse: Parse
    book: Book
    pos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]
    hung: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, parse: Parse, book: Book) -> Self:
        """Return columns that say what the parse says."""
        return cls(parse, book, list(parse.pos), list(parse.tags), list(parse.heads), list(parse.deps))

    def hang(self, token: int, head: int, dep: str) -> None:
        """Hang a token on a head."""
        self.heads[token], self.deps[token] = head, dep
        self.hung.add(token)

    def finished(self) -> Parse:
        """Return the parse as mended, the dependents of each token in order."""
        children = list(self.parse.children)
        for token in self.hung:
            before, head = self.parse.heads[token], self.heads[token]
            children[before] = tuple(child for child in children[before] if child != token)
            if head != token:
                children[head] = tuple(sorted((*children[head], token)))
        return replace(
            self.parse,
            pos=tuple(self.pos),
            tags=tuple(self.tags),
            heads=tuple(self.heads),
            deps=tuple(self.deps),
            children=tuple(children),
        )
