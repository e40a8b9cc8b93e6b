"""Read a path into documents: the entry of the first step, and the table of readers by file suffix."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from standoff.codebook.publishers import PublisherBook
from standoff.errors import ReadingError
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.archives import SUFFIX, members
from standoff.reading.document import reading_of
from standoff.reading.docx import read_docx
from standoff.reading.draft import Draft, Input
from standoff.reading.feeds import read_feed
from standoff.reading.html import read_html
from standoff.reading.inputs import find_inputs
from standoff.reading.mail import read_mail
from standoff.reading.newsjson import read_json
from standoff.reading.pdf import read_pdf
from standoff.reading.plaintext import read_markdown, read_text
from standoff.reading.rows import drafts_of_lines, lines_of, read_rows, read_table
from standoff.reading.warc import read_wacz, read_warc

Reader = Callable[[Input], Iterator[Draft | Failure]]
_TOLD = 300  # characters of a foreign error's message that a row keeps

log = logging.getLogger(__name__)

READERS: Mapping[str, Reader] = {
    "": read_text,
    ".txt": read_text,
    ".text": read_text,
    ".rtf": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_rows,
    ".ndjson": read_rows,
    ".csv": read_table,
    ".tsv": read_table,
    ".eml": read_mail,
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
    ".json": read_json,
    ".warc": read_warc,
    ".gz": read_warc,
    ".wacz": read_wacz,
}


def read(path: str | Path, publishers: PublisherBook) -> Iterator[Reading | Failure]:
    """Yield a reading (document and raw bytes) or a failure for each report under a file or folder, in order of path.

    Lazy: one file is held at a time. Two files of the same bytes, address and outlet give readings whose documents
    have the same id: the record keeps one. A document in a language other than English is given with its `language`;
    what cannot analyse it says so in a row of its own. Undated documents have `published` UNKNOWN or a wide interval:
    `reading.dating.date_documents` narrows it. A store keeps `reading.raw` by its SHA-256 beside `reading.document`.
    """
    for found in find_inputs(Path(path), frozenset({*READERS, SUFFIX})):
        yield from [found] if isinstance(found, Failure) else _readings(found.path, _drafts(found), publishers)


def read_stream(stream: BinaryIO, publishers: PublisherBook, name: str = "-") -> Iterator[Reading | Failure]:
    """Yield readings and failures of JSONL rows as they arrive on a binary stream such as standard input."""
    yield from _readings(name, drafts_of_lines(name, lines_of(stream)), publishers)


def _drafts(source: Input) -> Iterator[Draft | Failure]:
    """Yield what the reader of a file's suffix finds in it; the files of an archive each have their own."""
    suffix = Path(source.path).suffix.lower()
    if suffix != SUFFIX:
        yield from READERS[suffix](source)
        return
    for inner in members(source, frozenset(READERS)):
        try:
            yield from [inner] if isinstance(inner, Failure) else _drafts(inner)
        except ReadingError as error:
            yield Failure(inner.path, "reading", f"{inner.path}: {error}.")


def _readings(path: str, drafts: Iterator[Draft | Failure], publishers: PublisherBook) -> Iterator[Reading | Failure]:
    """Yield the readings of drafts; what a reader refuses, or breaks on, becomes the failure of its path."""
    try:
        for draft in drafts:
            yield draft if isinstance(draft, Failure) else reading_of(draft, publishers)
    except ReadingError as error:
        yield Failure(path, "reading", f"{path}: {error}.")
    except Exception as error:  # a fault of a reader, or of its package, costs one report: it is a row, and logged
        log.info("reading failed on %s", path, exc_info=error)
        told = f"{type(error).__name__}: {' '.join(str(error).split())[:_TOLD]}"
        yield Failure(path, "reading", f"{path}: it broke the reader ({told}); save the report as plain text.")
