"""Open a store by its address: a file path, or a database URL."""

from __future__ import annotations

from pathlib import Path

from standoff.errors import StoreError
from standoff.store.protocol import Store

BUSY_SECONDS = 10.0  # how long to wait for another process to let go of the database


def open_store(address: str | Path, create: bool = False, busy_seconds: float = BUSY_SECONDS) -> Store:
    """Open the store at a path or `sqlite:///PATH` URL; makes it where it is absent and `create` is set."""
    scheme, separator, rest = str(address).partition("://")
    if separator and scheme != "sqlite":
        raise StoreError(f"Stores of the kind {scheme!r} are not known; give a file path or a sqlite:/// URL.")
    from standoff.store.sqlite import open_sqlite  # loads SQLAlchemy, which commands without a store do not need

    return open_sqlite(Path(rest.removeprefix("/") if separator else address), create, busy_seconds)
