"""Make a large store out of a small one: every row again and again, with other ids and later days.

The small store is made by the straight path from the longest texts of a folder; then rows are copied as rows, which
takes minutes where analysing as many texts would take days. Mentions and their groundings, which no screen reads, are
left out. What quotes a text quotes it in every copy, so the rules that check this rest meanwhile, as indexes do.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from standoff.codebook.load import load
from standoff.engines.inline import Inline
from standoff.model.document import Reading
from standoff.model.ids import speakable
from standoff.pipeline import run as analyse
from standoff.reading.read import read
from standoff.store.open import open_store

LONGEST = 30  # texts of the small store: those with most statements
APART = 1_500  # days over which the copies are spread
COPIED = (
    *("documents", "blocks", "sightings", "analyses", "datings", "document_parties", "document_places"),
    *("statements", "events", "arguments", "incidents", "incident_events", "incident_parties", "incident_places"),
    *("claims", "discrepancies", "discrepancy_claims", "agreement_links", "marks", "copies", "links"),
)
ONCE = ("raws", "runs", "parties", "places", "states")
_CUT = re.compile(r"((?:doc|stm|evt|inc|clm|dsc|agl)-[0-9a-f]{24}|\b\d{4}-\d{2}-\d{2}\b)")
_TOGETHER = 40  # copies written in one transaction


def build(data: Path, path: Path, documents: int) -> None:
    """Write a store of about so many documents to a path."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.db"
        _analyse(data, small, Path(folder))
        open_store(path, create=True).close()
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("ATTACH ? AS small", (str(small),))
            _fill(connection, documents)
    _summed(path)


def _analyse(data: Path, small: Path, folder: Path) -> None:
    """Make the small store."""
    found = [r.document for r in read(data, load().publishers) if isinstance(r, Reading)]
    for number, document in enumerate(sorted(found, key=lambda d: (-len(d.text), d.id))[:LONGEST]):
        (folder / f"report-{number:02d}.txt").write_text(document.text, encoding="utf-8")
    store = open_store(small, create=True)
    try:
        analyse([str(folder)], store, Inline())
    finally:
        store.close()


def _fill(connection: sqlite3.Connection, documents: int) -> None:
    """Copy every row as often as it takes."""
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-400000"):
        connection.execute(f"PRAGMA {pragma}")
    kinds = "type = 'trigger' OR (type = 'index' AND sql IS NOT NULL)"
    resting = connection.execute(f"SELECT type, name, sql FROM main.sqlite_master WHERE {kinds}").fetchall()
    for kind, name, _ in resting:
        connection.execute(f"DROP {kind} main.{name}")
    for table in ONCE:
        connection.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM small.{table}")
    plans = [_Plan(connection, table) for table in COPIED]
    size = connection.execute("SELECT count(*) FROM small.documents").fetchone()[0]
    wanted = -(-documents // size)
    for first in range(1, wanted + 1, _TOGETHER):
        numbers = range(first, min(first + _TOGETHER, wanted + 1))
        connection.execute("BEGIN")
        for plan in plans:
            connection.executemany(plan.insert, (row for number in numbers for row in plan.rows(number, size)))
        connection.execute("COMMIT")
    for _, _, sql in sorted(resting):
        connection.execute(sql)
    connection.execute("INSERT INTO documents_fts(documents_fts) VALUES ('rebuild')")


class _Plan:
    """Hold the rows of one table, cut at their ids and days, so that a copy is a matter of joining."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        held = connection.execute(f'SELECT * FROM small."{table}"')
        self.columns = [column[0] for column in held.description]
        self.cut = [[_pieces(value) for value in row] for row in held]
        self.short = self.columns.index("short_id") if "short_id" in self.columns else None
        self.key = self.columns.index("id") if "id" in self.columns else None
        self.number = self.columns.index("number") if "number" in self.columns else None
        marks = ", ".join("?" * len(self.columns))
        self.insert = f'INSERT INTO main."{table}" VALUES ({marks})'

    def rows(self, number: int, size: int) -> Iterator[Sequence[Any]]:
        """Yield the rows of one copy; `size` is the number of documents in each."""
        changed = _Changed(number)
        places = count((number - 1) * size + 1)
        for row in self.cut:
            made = [changed.join(value) if isinstance(value, list) else value for value in row]
            if self.short is not None and self.key is not None:
                made[self.short] = speakable(made[self.key])
            if self.number is not None:
                made[self.number] = next(places)
            yield made


def _pieces(value: Any) -> Any:
    """Return a text cut at what changes, or the value itself where nothing in it does."""
    if not isinstance(value, str):
        return value
    pieces = _CUT.split(value)
    return pieces if len(pieces) > 1 else value


class _Changed(dict[str, str]):
    """Map ids and days to those of one copy."""

    def __init__(self, number: int) -> None:
        self.mark, self.days = f"{number:06x}", timedelta(days=number * 7919 % APART)

    def __missing__(self, found: str) -> str:
        new = found[:4] + self.mark + found[10:] if found[3] == "-" else self._later(found)
        self[found] = new
        return new

    def _later(self, day: str) -> str:
        try:
            return (date.fromisoformat(day) + self.days).isoformat()
        except (ValueError, OverflowError):
            return day

    def join(self, pieces: list[str]) -> str:
        """Return a text with its ids and days changed."""
        return "".join([self[piece] if place % 2 else piece for place, piece in enumerate(pieces)])


def _summed(path: Path) -> None:
    """Count what screens show, as joining does."""
    from standoff.store.sums import fill

    store = open_store(path)
    with store.writer.begin() as connection:  # type: ignore[attr-defined] # a store of this machine has an engine
        fill(connection)
        connection.exec_driver_sql("ANALYZE")
    store.close()


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
