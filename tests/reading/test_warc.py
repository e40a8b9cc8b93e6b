"""Web archives: pages that were fetched are reports, all else is passed over, and what is broken is told of."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from pathlib import Path

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.normal import LARGEST_INPUT
from standoff.reading.read import read

WORDS = "The army said on Monday that shells fell on the market in Goma. "
PAGE = f"<html><body><article><h1>Shells fall</h1><p>{WORDS}{WORDS}</p><p>Two people died.</p></article></body></html>"
HTML = "Content-Type: text/html; charset=utf-8\r\n"


def answer(body: bytes, head: str = HTML, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def record(data: bytes, kind: str = "response", more: str = "") -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <https://kivu.example/1>\r\n"
        f"WARC-Date: 2024-06-11T23:15:00Z\r\n{more}Content-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data + b"\r\n\r\n"


def found(path: Path, data: bytes, publishers: PublisherBook) -> list[Reading | Failure]:
    path.write_bytes(data)
    return list(read(path, publishers))


OTHERS = (
    record(b"software: some", "warcinfo")
    + record(b"GET / HTTP/1.1", "request")
    + record(answer(b"\x89PNG", "Content-Type: image/png\r\n"))
    + record(answer(PAGE.encode(), status="404 Not Found"))
)


@pytest.mark.parametrize("packed", [False, True])
def test_pages_that_were_fetched_are_reports(tmp_path: Path, publishers: PublisherBook, packed: bool) -> None:
    records = [OTHERS, record(answer(PAGE.encode()))]
    data = b"".join(map(gzip.compress, records) if packed else records)
    (page,) = found(tmp_path / ("a.warc.gz" if packed else "a.warc"), data, publishers)
    assert isinstance(page, Reading)
    document = page.document
    assert "shells fell on the market" in document.text
    assert (document.url, document.fetched) == ("https://kivu.example/1", "2024-06-11T23:15")
    assert document.path.endswith("#5")
    assert page.raw.data == PAGE.encode()


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (gzip.compress(PAGE.encode()), f"{HTML}Content-Encoding: gzip\r\n"),
        (zlib.compress(PAGE.encode()), f"{HTML}Content-Encoding: deflate\r\n"),
        (PAGE.encode(), f"{HTML}Content-Encoding: gzip\r\n"),  # unpacked by the archive, and still said to be packed
        (b"5\r\n" + PAGE.encode()[:5] + b"\r\n%x\r\n" % (len(PAGE) - 5) + PAGE.encode()[5:] + b"\r\n0\r\n\r\n",
         f"{HTML}Transfer-Encoding: chunked\r\n"),
        (PAGE.encode(), f"{HTML}Transfer-Encoding: chunked\r\n"),
    ],
)  # fmt: skip
def test_pages_are_unpacked(tmp_path: Path, publishers: PublisherBook, body: bytes, head: str) -> None:
    (page,) = found(tmp_path / "a.warc", record(answer(body, head)), publishers)
    assert isinstance(page, Reading)
    assert page.raw.data == PAGE.encode()


def test_a_page_kept_without_its_answer_is_a_report(tmp_path: Path, publishers: PublisherBook) -> None:
    (page,) = found(tmp_path / "a.warc", record(PAGE.encode(), "resource", "Content-Type: text/html\r\n"), publishers)
    assert isinstance(page, Reading)


def test_a_wacz_holds_archives(tmp_path: Path, publishers: PublisherBook) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as packed:
        packed.writestr("archive/data.warc.gz", gzip.compress(record(answer(PAGE.encode()))))
        packed.writestr("pages/pages.jsonl", "{}")
        packed.writestr("datapackage.json", "{}")
    (page,) = read(tmp_path / "a.wacz", publishers)
    assert isinstance(page, Reading)
    assert page.document.path == f"{tmp_path}/a.wacz/archive/data.warc.gz#1"


def test_a_page_that_cannot_be_read_is_a_row_and_the_others_go_on(tmp_path: Path, publishers: PublisherBook) -> None:
    odd = [
        answer(b"<html></html>"),
        answer(b"x", f"{HTML}Content-Encoding: br\r\n"),
        answer(b"\x1f\x8bbroken", f"{HTML}Content-Encoding: gzip\r\n"),
        answer(gzip.compress(bytes(LARGEST_INPUT + 1)), f"{HTML}Content-Encoding: gzip\r\n"),
        answer(b" " * LARGEST_INPUT),
    ]
    *failures, page = found(tmp_path / "a.warc", b"".join(map(record, [*odd, answer(PAGE.encode())])), publishers)
    assert isinstance(page, Reading)
    told = [
        "no article",
        "packed in a way",
        "cannot be unpacked",
        "more than the 20,000,000",
        "more than the 20,000,000",
    ]
    assert [words in failure.reason for words, failure in zip(told, failures, strict=True)] == [True] * 5


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "holds no web page"),
        (OTHERS, "holds no web page"),
        (b"plain words\n", "no WARC file"),
        (record(answer(PAGE.encode()))[:-200], "ends in the middle"),
        (gzip.compress(record(answer(PAGE.encode())))[:-20], "cut off or broken"),
        (b"\x1f\x8bnothing", "cut off or broken"),
        (gzip.compress(b"WARC/1.1\r\nX: " + b"a" * 50_000_000), "no length that can be read"),
        (b"WARC/1.1\r\nContent-Length: many\r\n\r\n", "no length that can be read"),
    ],
)
def test_what_is_no_archive_or_broken_is_told_of(
    tmp_path: Path, publishers: PublisherBook, data: bytes, reason: str
) -> None:
    (failure,) = found(tmp_path / "a.warc", data, publishers)
    assert isinstance(failure, Failure)
    assert reason in failure.reason


def test_a_wacz_that_is_none_is_told_of(tmp_path: Path, publishers: PublisherBook) -> None:
    (failure,) = found(tmp_path / "a.wacz", b"PK broken", publishers)
    assert isinstance(failure, Failure)
    assert "cannot be opened" in failure.reason
