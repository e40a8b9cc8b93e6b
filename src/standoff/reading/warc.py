"""Read web archives (WARC, packed or not, and WACZ): each page that was fetched well is a report, with its address."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from standoff.errors import ReadingError
from standoff.model.run import Failure
from standoff.reading.archives import BROKEN
from standoff.reading.draft import Draft, Input
from standoff.reading.html import read_html
from standoff.reading.normal import LARGEST_INPUT, too_large
from standoff.reading.rows import refused
from standoff.reading.side import stated

PACKED = b"\x1f\x8b"
_LONGEST_LINE = 64_000  # bytes of a line of a head
_MOST_LINES = 500  # of a head
_LARGEST_RECORD = 2_000_000_000  # bytes: a film
_STEP = 1_000_000
_PAGES = ("text/html", "application/xhtml+xml")
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # how zlib unpacks what a server packed


Stream = IO[bytes] | gzip.GzipFile


@dataclass(frozen=True, slots=True)
class _Record:
    """Hold the head of one record and its bytes, of one too large only so many that it is refused."""

    head: Mapping[str, str]
    data: bytes


def read_warc(source: Input) -> Iterator[Draft | Failure]:
    """Yield the draft of each page of an archive and a failure for each without words; raises where it holds none."""
    try:
        with source.file.open("rb") if source.file else io.BytesIO(source.data) as raw:
            yield from _some(_pages(source.path, raw))
    except OSError as error:
        raise ReadingError(f"it cannot be read ({error}); check its permissions") from error


def read_wacz(source: Input) -> Iterator[Draft | Failure]:
    """Yield the drafts and failures of the archives that a WACZ holds, in order of path."""
    try:
        with zipfile.ZipFile(source.file or io.BytesIO(source.data)) as packed:
            names = sorted(name for name in packed.namelist() if name.startswith("archive/"))
            yield from _some(_members(source.path, packed, names))
    except BROKEN as error:
        raise ReadingError(f"the archive cannot be opened ({error}); fetch it again") from error


def _members(path: str, packed: zipfile.ZipFile, names: list[str]) -> Iterator[Draft | Failure]:
    """Yield the drafts and failures of some archives within one."""
    for name in names:
        with packed.open(name) as raw:
            yield from _pages(f"{path}/{name}", raw)


def _some(drafts: Iterator[Draft | Failure]) -> Iterator[Draft | Failure]:
    """Yield drafts and failures; raises where there are none."""
    number = 0
    for draft in drafts:
        number += 1
        yield draft
    if not number:
        raise ReadingError("it holds no web page that was fetched; archive the reports' own pages")


def _pages(path: str, raw: IO[bytes]) -> Iterator[Draft | Failure]:
    """Yield the draft of each page among the records of a stream, or why it has none."""
    packed = raw.read(len(PACKED)) == PACKED
    raw.seek(0)
    stream = gzip.GzipFile(fileobj=raw) if packed else raw
    for number, record in enumerate(_records(stream), 1):
        try:
            page = _page(record)
            if page is not None:
                facts = stated({"url": record.head.get("warc-target-uri", "").strip("<>"), **_fetched(record)})
                yield from read_html(Input(f"{path}#{number}", page, facts))
        except ReadingError as error:
            yield refused(path, number, error, "Record")


def _fetched(record: _Record) -> dict[str, str]:
    """Return the moment of a record, where it states one."""
    moment = record.head.get("warc-date", "")
    return {"fetched_at": moment} if moment else {}


def _records(stream: Stream) -> Iterator[_Record]:
    """Yield the records of an archive; raises where it is none, or is cut off."""
    try:
        while line := stream.readline(_LONGEST_LINE):
            if not line.strip():
                continue
            if not line.startswith(b"WARC/"):
                raise ReadingError("it is no WARC file; unpack it, or save the pages as HTML")
            yield _record(_head(stream), stream)
    except (EOFError, OSError, zlib.error) as error:
        raise ReadingError(f"it is cut off or broken ({error}); fetch it again") from error


def _record(head: Mapping[str, str], stream: Stream) -> _Record:
    """Return the record of a head, whose bytes follow it."""
    length = head.get("content-length", "")
    if not length.isdecimal() or int(length) > _LARGEST_RECORD:
        raise ReadingError(f"a record has no length that can be read ({length[:20]!r}); archive the pages again")
    data = stream.read(min(int(length), LARGEST_INPUT + 1))
    left = int(length) - len(data)
    while left and (more := stream.read(min(left, _STEP))):
        left -= len(more)
    if left:
        raise ReadingError("it ends in the middle of a record; fetch it again")
    return _Record(head, data)


def _head(stream: Stream) -> dict[str, str]:
    """Return the fields of a head, up to the empty line that ends it, by name in lower case."""
    found: dict[str, str] = {}
    for _ in range(_MOST_LINES):
        name, colon, value = stream.readline(_LONGEST_LINE).decode("utf-8", "replace").partition(":")
        if not name.strip():
            break
        if colon:
            found[name.strip().lower()] = value.strip()
    return found


def _page(record: _Record) -> bytes | None:
    """Return the bytes of the page that a record holds, nothing where it holds another thing or none was found."""
    kind = record.head.get("warc-type", "")
    if kind == "resource" and record.head.get("content-type", "").startswith(_PAGES):
        return _bounded(record.data)
    if kind != "response":
        return None
    answer = io.BytesIO(record.data)
    status = answer.readline(_LONGEST_LINE).split()
    head = _head(answer)
    if status[1:2] != [b"200"] or not head.get("content-type", "").lower().startswith(_PAGES):
        return None
    _bounded(record.data)
    body = answer.read()
    return _unpacked(_unchunked(body) if head.get("transfer-encoding", "").lower() == "chunked" else body, head)


def _bounded(data: bytes) -> bytes:
    """Return bytes that are no more than may be read."""
    if len(data) > LARGEST_INPUT:
        raise ReadingError(too_large(len(data)))
    return data


def _unchunked(data: bytes) -> bytes:
    """Return the bytes that a server sent in chunks, each behind its length; those sent whole after all stay as is."""
    stream, found = io.BytesIO(data), []
    while line := stream.readline(_LONGEST_LINE):
        try:
            size = int(line.partition(b";")[0], 16)
        except ValueError:
            return data
        if not size:
            break
        found.append(stream.read(size))
        stream.readline(_LONGEST_LINE)
    return b"".join(found)


def _unpacked(data: bytes, head: Mapping[str, str]) -> bytes:
    """Return the bytes that a server packed, unpacked no further than may be read; those that are not stay as is."""
    packing = head.get("content-encoding", "").lower()
    if packing in ("", "identity") or (packing in ("gzip", "x-gzip") and not data.startswith(PACKED)):
        return data
    if packing not in _WINDOWS:
        raise ReadingError(f"the page is packed in a way that is not read ({packing[:20]!r}); save it as HTML")
    try:
        return _bounded(zlib.decompressobj(_WINDOWS[packing]).decompress(data, LARGEST_INPUT + 1))
    except zlib.error as error:
        raise ReadingError(f"the page cannot be unpacked ({error}); archive it again") from error
