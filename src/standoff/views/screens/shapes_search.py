"""Hold the shapes of search: what was found, and the statements that published pages search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold one thing found: `kind` incident, document, statement, actor, place, agreement or source, and its words.

    `pieces` are the words found in, each with whether it matches; `why` says what a statement was found by, `document`
    where it stands.
    """

    kind: str
    id: str
    short_id: str | None
    title: str
    facts: str
    pieces: tuple[tuple[str, bool], ...]
    why: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class SaidRow:
    """Hold one statement as published pages search it: for whom it is made, what it does where, and its words."""

    id: str
    document: str
    who: str
    facts: str
    words: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Hold what was found, by kind in order of likeness, and how many of each kind there are (at most 1,000).

    `note` says where nearness in meaning could not be looked at.
    """

    query: str
    hits: tuple[Hit, ...]
    counts: Mapping[str, int]
    advice: str | None
    note: str | None = None
