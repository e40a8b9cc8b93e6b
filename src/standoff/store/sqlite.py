"""Keep a record in one SQLite file: pragmas, locks, and its errors in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from orjson import loads
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import DatabaseError

from standoff.errors import StoreError
from standoff.store.advice import meaning
from standoff.store.codec import compact
from standoff.store.migrations import LATEST, revision_of, upgrade
from standoff.store.sealed import sealed
from standoff.store.sizes import count
from standoff.store.sql import SqlStore, Writes
from standoff.store.sums import fill
from standoff.store.tables.triggers import sqlite_rules

SUMMED = "0012"  # the first revision whose sums are those made now
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",  # with WAL, a killed process loses nothing; a power cut may lose the last commits
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA cache_size=-65536",  # KB: the indexes of some thousand documents, which more rows fall into anywhere
)


def open_sqlite(path: Path, create: bool, busy_seconds: float) -> SqlStore:
    """Open the store in a file, bringing an older one up to date; makes it where it is absent and `create` is set."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder: give the path of a file, such as {path / 'record.db'}.")
    if not create and (not path.exists() or path.stat().st_size == 0):
        raise StoreError(f"There is no store at {path}: make one with `standoff run PATH --store {path}`.")
    kept = sealed(path)
    engine = create_engine(
        URL.create("sqlite", database=kept or str(path), query={"uri": "true"} if kept else {}),
        connect_args={"timeout": busy_seconds, "isolation_level": None},
        json_serializer=compact,
        json_deserializer=loads,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", partial(_begin, _Place(path)))
    store = SqlStore(str(path), engine, engine.execution_options(writing=True), naming, integrity, WRITES)
    with naming(str(path)):
        _bring_up_to_date(store)
    return store


def _prepare(connection: Any, _record: Any) -> None:
    """Set the pragmas of a new connection."""
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(place: _Place, connection: Connection) -> None:
    """Open a transaction; one that writes takes the lock at once, so that it never fails half-way."""
    place.check()
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@dataclass(slots=True)
class _Place:
    """Know the file that was opened: SQLite itself would go on writing into one that has been removed."""

    path: Path
    inode: int | None = None

    def check(self) -> None:
        """Raise where another file, or none, is at the path now."""
        try:
            now = self.path.stat().st_ino
        except FileNotFoundError:
            now = -1
        if self.inode is None:
            self.inode = now
        elif now != self.inode:
            raise StoreError(
                f"The store {self.path} was removed or replaced while it was open: put it back, or run again."
            )


def _bring_up_to_date(store: SqlStore) -> None:
    """Make or upgrade the schema; refuses other databases and stores made by a newer version."""
    with store.engine.connect() as connection:
        revision = revision_of(connection)
        foreign = revision is None and bool(inspect(connection).get_table_names())
    if foreign:
        raise StoreError(f"{store.address} is a database of something else: give the path of a store, or a new path.")
    if revision != LATEST:
        upgrade(store.writer, store.address, sqlite_rules())
        with store.writer.begin() as connection:
            if (revision or "") < SUMMED:
                fill(connection)
            count(connection)


@contextmanager
def naming(address: str) -> Iterator[None]:
    """Turn SQLite's errors into StoreError: what failed, where, and what to do."""
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DatabaseError) else error
        raise StoreError(f"The store {address} {meaning(cause)}.") from error


def integrity(engine: Engine) -> str:
    """Return `ok`, or what SQLite finds damaged."""
    with engine.connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())


def _made(connection: Connection) -> int:
    """Return how many rows a connection has written since it was opened."""
    return int(connection.connection.driver_connection.total_changes)  # type: ignore[union-attr] # open, so it has one


def _count(connection: Connection) -> None:
    """Count one write in the file's header, which rolls back with the transaction."""
    connection.exec_driver_sql(f"PRAGMA user_version = {(int(_revision(connection)) + 1) % 2**31}")


def _revision(connection: Connection) -> str:
    """Return how many writes the file has seen."""
    return str(connection.exec_driver_sql("PRAGMA user_version").scalar())


WRITES = Writes(_made, _count, _revision)
