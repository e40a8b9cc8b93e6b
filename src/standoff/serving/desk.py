"""Hold what all handlers of one server share: the store, the books, who may do what, and verdicts as they stand."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from standoff.codebook.publishers import PublisherBook
from standoff.model.decision import NO_VERDICTS, Verdicts
from standoff.reviewing.anchoring import Anchored
from standoff.reviewing.log import fold
from standoff.reviewing.verdicts import anchored_log
from standoff.serving.nearby import Nearby
from standoff.store.protocol import Store
from standoff.views.books import Books
from standoff.views.screens.sources import Grades, grades


@dataclass(slots=True)
class _Standing:
    """Remember the review log of one state of the record, and what it amounts to; guarded by a lock."""

    revision: str | None = None
    log: tuple[Anchored, ...] = ()
    verdicts: Verdicts = NO_VERDICTS
    grades: Grades = field(default_factory=Grades)
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass(frozen=True, slots=True)
class Desk:
    """Hold a store with its books; `choices` are the values that a correction may set, by field."""

    store: Store
    books: Books
    publishers: PublisherBook
    choices: Mapping[str, tuple[str, ...]]
    title: str = "Conflict record"
    nearby: Nearby | None = None
    salt: str = field(default_factory=lambda: secrets.token_hex(8))  # tags of another server are none of this one
    _standing: _Standing = field(default_factory=_Standing)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that sees one state of the record throughout."""
        with self.store.connect() as connection:
            yield connection

    def log(self) -> tuple[Anchored, ...]:
        """Return the review log, each entry attached to the rows there are now."""
        return self._read().log

    def verdicts(self) -> Verdicts:
        """Return what the review log amounts to."""
        return self._read().verdicts

    def grades(self) -> Grades:
        """Return what people gave outlets."""
        return self._read().grades

    def _read(self) -> _Standing:
        """Return the log and what it amounts to; it is read again only where the record has changed."""
        revision, standing = self.store.revision(), self._standing
        with standing.lock:
            if standing.revision != revision:
                standing.log = anchored_log(self.store)
                standing.verdicts = fold(standing.log) if standing.log else NO_VERDICTS
                standing.grades = grades(entry.decision for entry in standing.log)
                standing.revision = revision
            return replace(standing)
