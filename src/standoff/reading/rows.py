"""Read JSONL: one document a line; a malformed row is a failure of its own and the others go on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from standoff.errors import ReadingError
from standoff.model.run import Failure
from standoff.reading.draft import Draft, Input
from standoff.reading.html import draft_of_html
from standoff.reading.normal import LARGEST_INPUT, tidy, too_large
from standoff.reading.side import stated

_KEPT_BACK = 1000


def read_rows(source: Input) -> Iterator[Draft | Failure]:
    """Yield the drafts of a JSONL file and a failure for each row that holds none."""
    if source.file is None:
        yield from drafts_of_lines(source.path, source.data.splitlines(keepends=True))
        return
    try:
        with source.file.open("rb") as handle:
            yield from drafts_of_lines(source.path, lines_of(handle))
    except OSError as error:
        raise ReadingError(f"it cannot be read ({error.strerror}); check its permissions") from error


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a binary stream; of a line too long only so much that it is refused."""
    while line := stream.readline(LARGEST_INPUT + 2):
        yield line
        while len(line) > LARGEST_INPUT and not line.endswith(b"\n"):
            line = stream.readline(LARGEST_INPUT + 2)


def drafts_of_lines(path: str, lines: Iterable[bytes]) -> Iterator[Draft | Failure]:
    """Yield drafts and failures of rows; where no row at all holds a document, one failure stands for all.

    A row is `{"id"?, "text"|"html", "title"?, "url"?, "publisher"?, "published"?, "language"?, "fetched_at"?}`;
    `outlet`, `side` and `country` are read as in side files.
    """
    held: list[Failure] = []
    found = rows = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        rows += 1
        try:
            draft = _draft(path, number, line)
        except ReadingError as error:
            held.append(Failure(f"{path}#{number}", "reading", f"Line {number} of {path}: {error}."))
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
    name = row.get("id")
    place = f"{path}#{name if isinstance(name, str) and name.isprintable() else number}"
    facts = stated(row)
    if isinstance(row.get("text"), str):
        return Draft(place, line, "application/json", tidy(row["text"]), facts)
    if isinstance(row.get("html"), str):
        return draft_of_html(Input(place, line, facts), row["html"], "application/json")
    raise ReadingError("the row has neither `text` nor `html` with a text; add one")
