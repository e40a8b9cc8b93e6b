"""Offer the record to notebooks and scripts: `standoff.read(path)`, its tables as data frames, `standoff.process`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from standoff import pipeline
from standoff.codebook.agreements import load_agreements
from standoff.codebook.load import FOLDER, Codebook, load
from standoff.engines.base import Engine
from standoff.engines.inline import Inline
from standoff.engines.local import Local
from standoff.errors import UsageError
from standoff.exporting.records import NAMES, TABLES, one_record, streamed
from standoff.model.document import Document
from standoff.model.run import Bundle
from standoff.reading.document import reading_of
from standoff.reading.draft import Draft, Stated
from standoff.reading.normal import tidy
from standoff.store.open import open_store
from standoff.store.protocol import Store

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped] # it ships no types


@dataclass(frozen=True, slots=True)
class Table:
    """Hold one kind of row of a record; iterate over it for rows as `export --format jsonl` writes them.

    Rows are read from the store each time, in order of id, and nothing is held in memory.
    """

    name: str
    record: OpenRecord  # kept, for a temporary record goes with the last that holds it

    def __iter__(self) -> Iterator[dict[str, Any]]:
        agreements = load_agreements(FOLDER).agreements if self.name == "agreements" else {}
        yield from streamed(self.record.store, self.name, agreements)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return f"<{len(self)} {self.name}>"

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows as a data frame; nested fields become columns such as `happened.earliest`.

        Lists (of spans, of ids) stay lists. Raises UsageError where pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise UsageError("Data frames need pandas: `pip install standoff[notebooks]`.") from error
        return pandas.json_normalize(list(self))


@dataclass(frozen=True, slots=True, repr=False)
class OpenRecord:
    """Hold an open record: its tables as attributes (`record.incidents`), and single rows by id or short id.

    `counts` says what the run that read it did, if one did. A record without a path of its own is removed with this
    object. In a `with` block it is closed at the end. Tables: documents, statements, events, incidents, claims,
    discrepancies, agreements, agreement_links, decisions, failures, places, parties, runs.
    """

    store: Store
    counts: pipeline.Counts | None = None
    folder: tempfile.TemporaryDirectory[str] | None = field(default=None, repr=False)

    def __getattr__(self, name: str) -> Table:
        if name not in NAMES:
            raise AttributeError(f"A record has no {name!r}; it has {', '.join(NAMES)}.")
        return Table(name, self)

    def __repr__(self) -> str:
        held = ", ".join(f"{number:,} {name}" for name, number in self.store.counts().items() if name in NAMES)
        return f"<record at {self.store.address}: {held}>"

    def __enter__(self) -> OpenRecord:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __dir__(self) -> list[str]:
        return [*NAMES, "counts", "row", "close"]

    def row(self, name: str) -> dict[str, Any]:
        """Return the row of an id, the beginning of one, or the short id of an incident, document or statement."""
        found = self.store.find(name)
        if found.kind not in TABLES:
            raise UsageError(f"{found.id} is a {found.kind}; rows of {', '.join(TABLES.values())} can be had.")
        return one_record(self.store, TABLES[found.kind], found.id)

    def close(self) -> None:
        """Let go of the store; a temporary one is removed."""
        self.store.close()
        if self.folder:
            self.folder.cleanup()


def read(*paths: str | Path, store: str | Path | None = None, workers: int = 1) -> OpenRecord:
    """Read reports into a record, at a path or for this session only; `workers` above 1 uses as many processes.

    Each path is a file or a folder, read with all below it. Reading the same again changes nothing. Raises
    StandoffError where the record cannot be kept; what cannot be read or analysed is a row of `record.failures`.
    """
    if not paths:
        raise UsageError("Give the path of a report or of a folder, such as standoff.read('reports/').")
    folder = None if store else tempfile.TemporaryDirectory(prefix="standoff-")
    kept = open_store(Path(folder.name) / "record.db" if folder else str(store), create=True)
    engine: Engine = Inline() if workers == 1 else Local(workers)
    return OpenRecord(kept, pipeline.run([str(path) for path in paths], kept, engine), folder)


def open_record(store: str | Path) -> OpenRecord:
    """Open a record that `read` or `standoff run` has made; raises StoreError where there is none."""
    return OpenRecord(open_store(store))


def process(text: str | Document, models: pipeline.Models | None = None) -> Bundle:
    """Analyse one text and return all that it holds: its statements, events, marks and what they stand for.

    Offsets are code points into `bundle.document.text`. Give `models` (`standoff.pipeline.load_models()`) to analyse
    many texts quickly. Raises ReadingError for an empty text, StepError where a step fails on it.
    """
    if not isinstance(text, (str, Document)):
        raise UsageError(f"Give a text or a Document to analyse, not {type(text).__name__}.")
    codebook = load()
    document = text if isinstance(text, Document) else _document(text, codebook)
    return pipeline.process(document, codebook, models or pipeline.load_models())


def _document(text: str, codebook: Codebook) -> Document:
    """Return a document of a bare text, laid out as a text file would be."""
    data = text.encode("utf-8", "replace")
    return reading_of(Draft("-", data, "text/plain", tidy(data.decode()), Stated()), codebook.publishers).document
