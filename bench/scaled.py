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
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from bench.copying import Plan, resting
from standoff.codebook.load import load
from standoff.engines.inline import Inline
from standoff.model.document import Reading
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
    with resting(connection):
        for table in ONCE:
            connection.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM small.{table}")
        plans = [Plan(connection, table, _CUT) for table in COPIED]
        size = connection.execute("SELECT count(*) FROM small.documents").fetchone()[0]
        wanted = -(-documents // size)
        for first in range(1, wanted + 1, _TOGETHER):
            copies = {number: _Changed(number) for number in range(first, min(first + _TOGETHER, wanted + 1))}
            connection.execute("BEGIN")
            for plan in plans:
                made = (row for number, changed in copies.items() for row in plan.rows(number, size, changed))
                connection.executemany(plan.insert, made)
            connection.execute("COMMIT")


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


def _summed(path: Path) -> None:
    """Count what screens show, as joining does."""
    from standoff.store.sizes import count
    from standoff.store.sums import fill

    store = open_store(path)
    with store.writer.begin() as connection:  # type: ignore[attr-defined] # a store of this machine has an engine
        fill(connection)
        count(connection)
        connection.exec_driver_sql("ANALYZE")
    store.close()


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
