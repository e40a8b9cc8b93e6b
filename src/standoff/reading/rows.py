"""Read rows: JSONL and CSV with one document each; a malformed row is a failure and the others go on."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import BinaryIO

from standoff.errors import ReadingError
from standoff.model.run import Failure
from standoff.reading.draft import Draft, Input
from standoff.reading.html import draft_of_html
from standoff.reading.normal import LARGEST_INPUT, tidy, too_large
from standoff.reading.side import stated

_KEPT_BACK = 1000
_DELIMITERS = (",", ";", "\t")


def read_rows(source: Input) -> Iterator[Draft | Failure]:
    """Yield the drafts of a JSONL file and a failure for each row that holds none."""
    yield from _by_line(source, drafts_of_lines)


def read_table(source: Input) -> Iterator[Draft | Failure]:
    """Yield the drafts of a table (CSV, or TSV) and a failure for each row that holds none."""
    yield from _by_line(source, drafts_of_table)


def _by_line(
    source: Input, drafts: Callable[[str, Iterable[bytes]], Iterator[Draft | Failure]]
) -> Iterator[Draft | Failure]:
    """Yield what is made of the lines of an input, which are read as they are asked for."""
    if source.file is None:
        yield from drafts(source.path, source.data.splitlines(keepends=True))
        return
    try:
        with source.file.open("rb") as handle:
            yield from drafts(source.path, lines_of(handle))
    except OSError as error:
        raise ReadingError(f"it cannot be read ({error.strerror}); check its permissions") from error


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a binary stream; of a line too long only so much that it is refused."""
    while line := stream.readline(LARGEST_INPUT + 2):
        yield line
        while len(line) > LARGEST_INPUT and not line.endswith(b"\n"):
            line = stream.readline(LARGEST_INPUT + 2)


def drafts_of_lines(path: str, lines: Iterable[bytes]) -> Iterator[Draft | Failure]:
    """Yield drafts and failures of lines of JSON.

    A row is `{"id"?, "text"|"html", "title"?, "url"?, "publisher"?, "published"?, "language"?, "fetched_at"?}`;
    `outlet`, `side` and `country` are read as in side files.
    """
    yield from summed(path, (_of_line(path, number, line) for number, line in enumerate(lines, 1) if line.strip()))


def _of_line(path: str, number: int, line: bytes) -> Draft | Failure:
    """Return the draft of one line, or why it has none."""
    try:
        return _draft(path, number, line)
    except ReadingError as error:
        return refused(path, number, error)


def refused(path: str, number: int, error: ReadingError, what: str = "Line") -> Failure:
    """Return the failure of one row, or of what else a file has many."""
    return Failure(f"{path}#{number}", "reading", f"{what} {number} of {path}: {error}.")


def summed(path: str, drafts: Iterable[Draft | Failure]) -> Iterator[Draft | Failure]:
    """Yield drafts and failures of rows; where no row at all holds a document, one failure stands for all."""
    held: list[Failure] = []
    found = rows = 0
    for draft in drafts:
        rows += 1
        if isinstance(draft, Failure):
            held.append(draft)
        else:
            found += 1
            yield from held
            held.clear()
            yield draft
        if found or len(held) > _KEPT_BACK:
            yield from held
            held.clear()
    if not rows:
        yield Failure(path, "reading", f"{path}: the input is empty; remove it or fetch it again.")
    elif len(held) > 1 and not found:
        reason = f"none of its {rows} rows holds a document; the first says: {held[0].reason}"
        yield Failure(path, "reading", f"{path}: {reason}")
    else:
        yield from held


def _draft(path: str, number: int, line: bytes) -> Draft:
    """Return the draft of one row, or raise a sentence about it."""
    if len(line) > LARGEST_INPUT:
        raise ReadingError(too_large(len(line)))
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadingError(f"byte {error.start} is not UTF-8; save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"the row is not valid JSON ({error}); write one object a line") from error
    if not isinstance(row, dict):
        raise ReadingError("the row is no JSON object; write one object a line")
    return _of_row(_place(path, number, row), line, "application/json", row)


def _place(path: str, number: int, row: Mapping[str, object]) -> str:
    """Return where a row stands: the file, and its `id` or line."""
    name = row.get("id")
    return f"{path}#{name if isinstance(name, str) and name and name.isprintable() else number}"


def _of_row(place: str, data: bytes, media_type: str, row: Mapping[str, object]) -> Draft:
    """Return the draft of a row's fields, or raise a sentence about them."""
    facts, text, page = stated(row), row.get("text"), row.get("html")
    if isinstance(text, str) and (text or not page):
        return Draft(place, data, media_type, tidy(text), facts)
    if isinstance(page, str):
        return draft_of_html(Input(place, data, facts), page, media_type)
    raise ReadingError("the row has neither `text` nor `html` with a text; add one")


def drafts_of_table(path: str, lines: Iterable[bytes]) -> Iterator[Draft | Failure]:
    """Yield drafts and failures of the rows of a table, whose header names columns as the fields of a row of JSON.

    Cells are parted as the header parts them: by commas, semicolons or tabs.
    """
    csv.field_size_limit(LARGEST_INPUT)  # else a cell has 131,072 characters at most
    taken = _Taken(lines)
    first = next(taken, "")
    rows = csv.reader(chain([first], taken), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    try:
        header = [name.strip() for name in next(rows, [])]
    except csv.Error as error:
        raise ReadingError(f"its header is no CSV ({error}); correct it, or use JSONL") from error
    if not {"text", "html"} & set(header):
        raise ReadingError("its first line names neither a column `text` nor `html`; add a header")
    taken.clear()
    yield from summed(path, _rows_of_table(path, rows, header, taken))


def _rows_of_table(path: str, rows: Iterable[list[str]], header: list[str], taken: _Taken) -> Iterator[Draft | Failure]:
    """Yield the draft of each row of a table, or why it has none; after a broken quotation nothing can be told."""
    try:
        for cells in rows:
            data = taken.clear()
            if cells:
                yield _of_cells(path, taken.number, data, cells, header)
    except csv.Error as error:
        yield refused(path, taken.number, ReadingError(f"the row is no CSV ({error}); correct it, or use JSONL"))
    except ReadingError as error:
        yield refused(path, taken.number, error)


def _of_cells(path: str, number: int, data: bytes, cells: list[str], header: list[str]) -> Draft | Failure:
    """Return the draft of one row of a table, or why it has none."""
    try:
        if len(cells) != len(header):
            raise ReadingError(
                f"the row has {len(cells)} cells where the header has {len(header)}; quote texts with commas"
            )
        row = dict(zip(header, cells, strict=True))
        return _of_row(_place(path, number, row), data, "text/csv", row)
    except ReadingError as error:
        return refused(path, number, error)


class _Taken(Iterator[str]):
    """Hand on lines as text, and keep the bytes of those taken since they were last cleared."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)
        self._raw: list[bytes] = []
        self._size = 0
        self.number = 0

    def clear(self) -> bytes:
        """Return the bytes of the lines taken since this was last asked."""
        raw = b"".join(self._raw)
        self._raw.clear()
        self._size = 0
        return raw

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        self._raw.append(line)
        self._size += len(line)
        if self._size > LARGEST_INPUT:
            raise ReadingError(too_large(self._size))
        try:
            return line.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise ReadingError(f"byte {error.start} of the line is not UTF-8; save the file as UTF-8") from error
