"""Hold a role phrase with what stands around it, and the names of a page by token, while marks are being made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from standoff.annotating.mentions.names import Name
from standoff.annotating.mentions.owners import Owner
from standoff.annotating.mentions.phrases import Phrase
from standoff.codebook.parties import PartyBook
from standoff.codebook.roles import Role
from standoff.model.parse import Parse

PERSONS = frozenset({"office", "people"})


@dataclass(slots=True)
class Outline:
    """Hold one role phrase and what stands around it, as token ranges, before marks are made."""

    phrase: Phrase
    first: int
    after: int
    owner: Owner | None = None
    definite: str | None = None
    qualifier: str | None = None
    names: int | None = None  # index of the name this is a title or apposition of
    title: bool = False
    used: bool = False  # it is the owner of another phrase
    holds: bool = False  # it ends in another's title: "a spokesman for the president"


@dataclass(frozen=True, slots=True)
class Named:
    """Hold a parse with its names, the index of the name at each token, and the parties of the codebook."""

    parse: Parse
    names: Sequence[Name]
    at: Mapping[int, int]
    book: PartyBook

    def role(self, outline: Outline) -> Role:
        """Return the role of a phrase."""
        return self.book.roles[outline.phrase.role]

    def label(self, token: int) -> str | None:
        """Return the label of the name at a token, or nothing."""
        return self.names[self.at[token]].label if token in self.at else None

    def past_ranks(self, token: int, last: int) -> int:
        """Return the first token from one on, before a last, that is no rank or courtesy outside names."""
        while token < last and token not in self.at and self._is_rank(token):
            token += 1
        return token

    def _is_rank(self, token: int) -> bool:
        """Tell whether a token is a rank or courtesy before a person's name, or the full stop that shortens one."""
        words, form = self.book.words, self.parse.forms[token].lower()
        if form == ".":
            return self.parse.forms[token - 1].lower() in words.courtesy
        return form in words.courtesy or form in words.rank
