"""Copy the rows of a small store into a large one, again and again, with whatever tells copies apart changed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

from standoff.model.ids import speakable

_PRAGMAS = ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-400000")


@contextmanager
def resting(connection: sqlite3.Connection) -> Iterator[None]:
    """Let the rules and indexes of the large store rest while it is filled, and make them and its texts' index then."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    kinds = "type = 'trigger' OR (type = 'index' AND sql IS NOT NULL)"
    rules = connection.execute(f"SELECT type, name, sql FROM main.sqlite_master WHERE {kinds}").fetchall()
    for kind, name, _ in rules:
        connection.execute(f"DROP {kind} main.{name}")
    yield
    for _, _, sql in sorted(rules):
        connection.execute(sql)
    connection.execute("INSERT INTO documents_fts(documents_fts) VALUES ('rebuild')")


class Plan:
    """Hold the rows of one table, cut where a pattern says that they change, so that a copy is a matter of joining."""

    def __init__(self, connection: sqlite3.Connection, table: str, cut: re.Pattern[str]) -> None:
        held = connection.execute(f'SELECT * FROM small."{table}"')
        self.columns = [column[0] for column in held.description]
        self.cut = [[_pieces(value, cut) for value in row] for row in held]
        self.short = self.columns.index("short_id") if "short_id" in self.columns else None
        self.key = self.columns.index("id") if "id" in self.columns else None
        self.number = self.columns.index("number") if "number" in self.columns else None
        marks = ", ".join("?" * len(self.columns))
        self.insert = f'INSERT OR IGNORE INTO main."{table}" VALUES ({marks})'

    def rows(self, number: int, size: int, changed: Mapping[str, str]) -> Iterator[list[Any]]:
        """Yield the rows of one copy; `size` is the number of documents in each."""
        places = count((number - 1) * size + 1)
        for row in self.cut:
            made = [_joined(value, changed) if isinstance(value, list) else value for value in row]
            if self.short is not None and self.key is not None:
                made[self.short] = speakable(made[self.key])
            if self.number is not None:
                made[self.number] = next(places)
            yield made


def _pieces(value: Any, cut: re.Pattern[str]) -> Any:
    """Return a text cut at what changes, or the value itself where nothing in it does."""
    if not isinstance(value, str):
        return value
    pieces = cut.split(value)
    return pieces if len(pieces) > 1 else value


def _joined(pieces: Sequence[str], changed: Mapping[str, str]) -> str:
    """Return a text with what changes changed."""
    return "".join([changed[piece] if place % 2 else piece for place, piece in enumerate(pieces)])
