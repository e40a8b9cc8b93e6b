"""Open a store by its address: a file path, or its sqlite:/// URL."""

from __future__ import annotations

from pathlib import Path

from standoff.errors import StoreError
from standoff.store.glance import glance
from standoff.store.protocol import Readable, Store

BUSY_SECONDS = 10.0  # how long to wait for another process to let go of the database


def open_store(address: str | Path, create: bool = False, busy_seconds: float = BUSY_SECONDS) -> Store:
    """Open the store at a path or `sqlite:///PATH` URL; makes it where it is absent and `create` is set."""
    from standoff.store.sqlite import open_sqlite  # loads SQLAlchemy, which commands without a store do not need

    return open_sqlite(_path(address), create, busy_seconds)


def look_into(address: str | Path, busy_seconds: float = BUSY_SECONDS) -> Readable:
    """Open a store only to look something up; whole where its file is not of this version, or is no store."""
    return glance(_path(address), busy_seconds) or open_store(address, busy_seconds=busy_seconds)


def _path(address: str | Path) -> Path:
    """Return the file that an address means; refuses other kinds of stores."""
    scheme, separator, rest = str(address).partition("://")
    if separator and scheme != "sqlite":
        raise StoreError(
            f"A record is kept in an SQLite file, and {scheme!r} stores are not known: "
            "give the path of a file, or a sqlite:/// URL."
        )
    return Path(rest.removeprefix("/") if separator else address)
