"""Hold the index of meanings beside a server: made when somebody first searches, and again when documents came."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.errors import ModelError
from standoff.store import meanings
from standoff.store.protocol import Store
from standoff.values.meaning import Lexicon, load_lexicon
from standoff.views.meaning import Index, index

PREPARING = "What is said in other words is being indexed: for now only statements with these words are shown."


@dataclass(slots=True)
class Nearby:
    """Find statements near in meaning; `make` fills in the vectors that the store lacks, or nothing is made."""

    store: Store
    make: Callable[[], object] | None
    load: Callable[[], Lexicon] = lambda: load_lexicon(load_spread(FOLDER))
    note: str | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _index: Index | None = None
    _documents: str | None = None
    _thread: threading.Thread | None = None

    def index(self, documents: str) -> Index | None:
        """Return the index, or nothing while there is none yet; `documents` tells one state of the documents.

        One that misses the last documents is returned while the next is made.
        """
        with self._lock:
            if self.make is not None and self._documents != documents and self._thread is None:
                self.note = PREPARING if self._index is None else None
                self._thread = threading.Thread(target=self._prepare, args=(documents,), name="nearby", daemon=True)
                self._thread.start()
            return self._index

    def wait(self, seconds: float) -> None:
        """Wait until what was begun is done."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _prepare(self, documents: str) -> None:
        """Make what is missing and gather all in memory; words alone are searched where vectors cannot be read."""
        try:
            assert self.make is not None  # a thread is only started where there is
            self.make()
            lexicon = self._index.lexicon if self._index else self.load()
            with self.store.connect() as connection:
                made = index(lexicon, meanings.kept(connection))
            self._index, self.note = made, None
        except ModelError as error:
            self.make, self.note = None, f"Only words are searched: {error}"
        finally:
            with self._lock:
                self._documents, self._thread = documents, None
