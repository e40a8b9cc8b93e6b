"""Match what people type with what the record calls things: words as prefixes, through the full-text indexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Row, select, text

WORD = re.compile(r"\w+")
MOST = 1_000  # names looked at for one question
_RANKED = 2_000  # names that match, which are ranked by likeness
_LIKEST = text(
    "SELECT key, name FROM (SELECT key, name, bm25(names_fts) AS badness FROM names_fts WHERE names_fts MATCH :match "
    "ORDER BY rowid DESC LIMIT :ranked) ORDER BY badness, key LIMIT :most"
)
_CALLED = 25  # parties or places that one name may mean
_LONGEST = 12  # words of a question; the rest is not looked at


def match_of(typed: str) -> str | None:
    """Return what people typed as a question to the index: every word, quoted, the last as a prefix; or nothing."""
    words = WORD.findall(typed)[:_LONGEST]
    return " ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*']) if words else None


def named(connection: Connection, kind: str, typed: str, most: int = MOST) -> list[str]:
    """Return the ids of the incidents, parties or places whose names hold all words typed, the likest first."""
    match = match_of(typed)
    if match is None:
        return []
    return [row.key for row in likest(connection, kind, match, most)]


def likest(connection: Connection, kind: str, match: str, most: int) -> Sequence[Row[Any]]:
    """Return ids and names of the things of a kind that answer a question to the index, the likest first.

    Where very many do, only some are ranked: to rank a hundred thousand names would take longer than a screen may.
    """
    return connection.execute(_LIKEST, {"match": among(kind, match), "ranked": _RANKED, "most": most}).all()


def called(connection: Connection, kind: str, ids: Column[str], typed: str) -> list[str]:
    """Return what a party or place is kept under that people give by id, by code or by name: at most a few."""
    if connection.scalar(select(ids).where(ids == typed)) is not None:
        return [typed]
    return [typed, *named(connection, kind, typed, _CALLED)]


def among(kind: str, match: str) -> str:
    """Return a question to the index of names that only things of a kind answer."""
    return f"kind : {kind} AND name : ({match})"
