"""Spread a joined record over many theatres of war and many months, so that a store of any size is made in minutes.

What is told of one theatre is moved to others that last as long, one after the other: ids, days, names of sides and
towns, where these lie, and all rare words change, and with them what events, utterances and copies are found by. Powers
that act in all theatres, and a sentence that many reports have, stay the same, so that some keys are shared by a part
of all reports.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.copying import Plan, resting
from bench.world import HERE, spelt
from standoff.store.open import open_store
from standoff.store.sizes import count
from standoff.store.sums import fill
from standoff.store.tables import SUMS, metadata

THEATRES = 20
ONCE = frozenset({"raws", "runs", "states"})
MADE = frozenset({"names", "sizes", "meanings", *(table.name for table in SUMS)}) - {
    "incident_parties",
    "incident_places",
}
_WIDELY = 0.05  # share of the documents of the small store from which on all copies share a fingerprint
_CUT = re.compile(
    r"((?:doc|stm|evt|inc|clm|dsc|agl)-[0-9a-f]{24}|\b\d{4}-\d{2}-\d{2}\b|\bweek \d+|\b0?7[34]\d{4}\b"
    rf"|(?:side|town)-{HERE}(?=\d)|\b[VvZz]{spelt(HERE)}(?=[a-j]{{1,2}}\b)|\b[Qq][a-z]{{5}}\b|(?<=\"lat\":)\d+\.\d+)"
)
_BASE, _WORDS = 26, 26**5
_SOUTH, _APART = -60, 6  # degrees of latitude between towns and those of the first theatre, and between two theatres


def spread(small: Path, path: Path, copies: int, days: int) -> None:
    """Write a store that holds so many copies of a small one, each theatre's one after the other by so many days."""
    open_store(path, create=True).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS small", (str(small),))
        with resting(connection):
            _fill(connection, copies, days)
    store = open_store(path)
    with store.writer.begin() as connection:  # type: ignore[attr-defined] # a store of this machine has an engine
        fill(connection)
        count(connection)
    store.close()


def _fill(connection: sqlite3.Connection, copies: int, days: int) -> None:
    """Copy all rows that sums are not made of."""
    names = [table.name for table in metadata.sorted_tables if table.name not in MADE]
    for table in ONCE:
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM small.{table}")
    plans = {name: Plan(connection, name, _CUT) for name in names if name not in ONCE}
    size = connection.execute("SELECT count(*) FROM small.documents").fetchone()[0]
    widely = connection.execute('SELECT "key" FROM small.prints GROUP BY 1 HAVING count(*) > ?', (size * _WIDELY,))
    shared = {key for (key,) in widely}
    for number in range(1, copies + 1):
        moved = _Moved(number, days)
        connection.execute("BEGIN")
        for name, plan in plans.items():
            rows = plan.rows(number, size, moved)
            found = (_reprinted(row, number, shared) for row in rows) if name == "prints" else rows
            connection.executemany(plan.insert, moved.placed(found, plan.columns))
        connection.execute("COMMIT")


def _reprinted(row: list[Any], number: int, shared: set[int]) -> list[Any]:
    """Return a fingerprint as one of other words."""
    key = row[0]
    return row if key in shared else [key ^ (number * 2654435761 % 2**31), *row[1:]]


class _Moved(dict[str, str]):
    """Map ids, days, names and words to those of one copy."""

    def __init__(self, number: int, days: int) -> None:
        self.mark = f"{number:06x}"
        later, theatre = divmod(number - 1, THEATRES)
        self.theatre, self.words, self.days = f"{theatre:03}", number * 7919, later * days
        self.north = _SOUTH + _APART * theatre

    def placed(self, rows: Iterable[list[Any]], columns: list[str]) -> Iterator[list[Any]]:
        """Yield rows as they lie in the theatre of this copy."""
        place = columns.index("lat") if "lat" in columns else None
        for row in rows:
            if place is not None and row[place] is not None:
                row[place] += self.north
            yield row

    def __missing__(self, found: str) -> str:
        new = self._moved(found)
        self[found] = new
        return new

    def _moved(self, found: str) -> str:
        if found[3] == "-":
            return found[:4] + self.mark + found[10:]
        if found[0] in "qQ":
            return found[0] + self._word(found[1:])
        if found[0] in "vVzZ":
            return found[0] + spelt(self.theatre)
        if found[0] in "st":
            return found.removesuffix(HERE) + self.theatre
        if found.startswith("week "):
            return f"week {int(found[5:]) + self.days // 7}"
        if "." in found:
            return f"{float(found) + self.north:.1f}"
        if found.isdigit():
            return f"{int(found) + self.days:0{len(found)}}"
        return (date.fromisoformat(found) + timedelta(days=self.days)).isoformat()

    def _word(self, letters: str) -> str:
        """Return another word of as many letters."""
        value = 0
        for letter in letters:
            value = value * _BASE + ord(letter) - ord("a")
        value, made = (value + self.words) % _WORDS, []
        for _ in letters:
            value, place = divmod(value, _BASE)
            made.append(chr(place + ord("a")))
        return "".join(reversed(made))
