"""Open a store only to look something up: SQLite itself, and none of what writing, upgrading and analysing need.

Loading SQLAlchemy takes longer than all else that such a command does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from standoff.errors import StoreError
from standoff.store import finding, standing
from standoff.store.advice import meaning
from standoff.store.asking import Light, ask, records
from standoff.store.migrations import LATEST
from standoff.store.protocol import Found
from standoff.store.sealed import sealed

if TYPE_CHECKING:
    from standoff.model.decision import Decision
    from standoff.model.document import Document
    from standoff.model.span import Span


@dataclass(frozen=True, slots=True)
class Glance:
    """Look things up in the store of one file; the file is known to hold the schema of this version."""

    address: str
    busy_seconds: float

    @contextmanager
    def connect(self) -> Iterator[Light]:
        """Open a connection that sees one state of the record."""
        with _opened(self.address, self.busy_seconds) as connection:
            connection.execute("BEGIN")
            yield Light(connection)

    def find(self, name: str) -> Found:
        """Return the row that a full id, a unique beginning of one, or a short id names; follows redirects."""
        with self.connect() as connection:
            return finding.find(connection, name, self.address)

    def documents(self, ids: Iterable[str]) -> Iterator[Document]:
        """Yield some documents with their dates; unknown ids are refused."""
        from standoff.store.texts import documents

        with self.connect() as connection:
            yield from documents(connection, sorted(ids), inferred=True)

    def decisions(self) -> tuple[Decision, ...]:
        """Return the review log in its order."""
        from standoff.store.codecs import DECISION  # lists of incidents need no record but these

        with self.connect() as connection:
            return tuple(records(DECISION, ask(connection, "decisions")))

    def words(self, kind: str, documents: Iterable[str]) -> dict[str, tuple[Span, ...]]:
        """Return where the rows of a kind lie in some documents, by id."""
        with self.connect() as connection:
            return standing.words(connection, kind, documents)

    def close(self) -> None:
        """Let go of the database, which is held only while something is looked up."""


def glance(path: Path, busy_seconds: float) -> Glance | None:
    """Look into a file; nothing where it is no store of this version, which opening it whole upgrades or explains."""
    if not path.exists():
        return None
    try:
        with closing(_connection(path, busy_seconds)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.Error:  # no such table, no database, locked: opening it whole says which, and what to do
        return None
    return Glance(str(path), busy_seconds) if found == [(LATEST,)] else None


def _connection(path: Path, busy_seconds: float) -> sqlite3.Connection:
    """Connect to a file, which may lie where nothing can be written."""
    kept = sealed(path)
    return sqlite3.connect(kept or path, timeout=busy_seconds, isolation_level=None, uri=kept is not None)


@contextmanager
def _opened(address: str, busy_seconds: float) -> Iterator[sqlite3.Connection]:
    """Open a file, naming SQLite's errors in words."""
    try:
        with closing(_connection(Path(address), busy_seconds)) as connection:
            yield connection
    except sqlite3.Error as error:
        raise StoreError(f"The store {address} {meaning(error)}.") from error
