"""Match what people type with what the record calls things: words as prefixes, through the full-text indexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Row, select, text

WORD = re.compile(r"\w+")
MOST = 1_000  # names looked at for one question, the last to come first
# All words are in each name that matches, so that the shortest is the likest. The index would weigh words by how rare
# they are, and count for that the names of the whole kind.
_LIKEST = text(
    "SELECT key, name, count(*) OVER () AS found FROM (SELECT key, name FROM names_fts WHERE names_fts MATCH :match "
    "ORDER BY rowid DESC LIMIT :looked_at) ORDER BY length(name), key LIMIT :most"
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

    Each row also has how many were `found`: at most those looked at, since to rank a hundred thousand names would take
    longer than a screen may.
    """
    asked = f"kind : {kind} AND name : ({match})"
    return connection.execute(_LIKEST, {"match": asked, "looked_at": MOST, "most": most}).all()


def called(connection: Connection, kind: str, ids: Column[str], typed: str) -> list[str]:
    """Return what a party or place is kept under that people give by id, by code or by name: at most a few."""
    if connection.scalar(select(ids).where(ids == typed)) is not None:
        return [typed]
    return [typed, *named(connection, kind, typed, _CALLED)]
