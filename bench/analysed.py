"""Run the whole path over a folder of reports in memory, for runners that score what comes out at its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from standoff.codebook.load import Codebook, load
from standoff.comparing.compare import compare
from standoff.joining.copies import find_copies
from standoff.joining.join import join
from standoff.model.document import Document, Reading
from standoff.model.record import Compared, Joined, Record, record_of
from standoff.pipeline import load_models, process
from standoff.reading.dating import date_documents, needs_date
from standoff.reading.read import read


@dataclass(frozen=True, slots=True)
class Analysed:
    """Hold the record of some reports, its incidents, and what was found by comparing."""

    record: Record
    joined: Joined
    compared: Compared
    codebook: Codebook

    def path(self, document: str) -> str:
        """Return the file name of a document."""
        return Path(self.record.documents[document].path).name


def analyse(paths: Iterable[Path]) -> Analysed:
    """Read, date, analyse, join and compare the documents of some files."""
    codebook, models = load(), load_models()
    found = (item for path in paths for item in read(str(path), codebook.publishers))
    documents = _dated([item.document for item in found if isinstance(item, Reading)])
    bundles = [process(document, codebook, models) for document in documents]
    record = record_of(bundles, find_copies(documents))
    joined = join(record, codebook)
    return Analysed(record, joined, compare(record, joined.incidents, codebook), codebook)


def texts(folder: Path) -> list[Path]:
    """Return the plain texts of a folder in order."""
    return sorted(folder.glob("*.txt"))


def _dated(documents: list[Document]) -> list[Document]:
    """Return documents with dates inferred where they state none."""
    dates = date_documents(
        [document for document in documents if needs_date(document)],
        [document for document in documents if not needs_date(document)],
    )
    return [replace(item, published=dates[item.id]) if item.id in dates else item for item in documents]
