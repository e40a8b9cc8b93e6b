from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.normal import LARGEST_INPUT
from standoff.reading.read import read, read_stream
from standoff.reading.rows import lines_of


def rows(data: bytes, publishers: PublisherBook) -> list[Reading | Failure]:
    return list(read_stream(io.BytesIO(data), publishers))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{broken", "not valid JSON"),
        (b"[1, 2]", "no JSON object"),
        (b'{"text": 3}', "neither `text` nor `html`"),
        (b'{"text": ""}', "no text"),
        (b'{"text": "half \\ud83d pair"}', "surrogate"),
        (b'{"text": "x", "published": "yesterday"}', "no date"),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b"[" * 200_000, "not valid JSON"),
    ],
)
def test_a_bad_row_names_its_line(publishers: PublisherBook, line: bytes, words: str) -> None:
    good = b'{"text": "The ceasefire held, the monitors said."}'
    found = rows(good + b"\n\n" + line + b"\n" + good, publishers)
    assert [type(item) for item in found] == [Reading, Failure, Reading]
    assert "Line 3" in found[1].reason
    assert words in found[1].reason


def test_rows_state_what_side_files_state(publishers: PublisherBook) -> None:
    row = {"id": "n1", "text": "Guns fell silent.", "publisher": "UNIAN", "published": "2015-02-15T06:30:00Z"}
    row |= {"url": "https://unian.info/1", "title": "Silence", "language": "en", "fetched_at": "2015-02-16"}
    (found,) = rows(json.dumps(row).encode(), publishers)
    assert isinstance(found, Reading)
    document = found.document
    assert (document.path, document.publisher, document.title) == ("-#n1", "UNIAN", "Silence")
    assert (document.published.earliest, document.fetched) == ("2015-02-15T06:30", "2015-02-16")
    assert found.raw.data == json.dumps(row).encode()


def test_html_in_a_row_is_read_as_a_page(publishers: PublisherBook) -> None:
    text = "The mission said that it had counted 400 explosions in the night and that it knew of no casualties. " * 3
    (found,) = rows(
        json.dumps({"html": f"<html><body><article><p>{text}</p></article></body></html>"}).encode(), publishers
    )
    assert isinstance(found, Reading)
    assert found.document.text.startswith("The mission said")


def test_a_file_without_any_document_is_one_failure(tmp_path: Path, publishers: PublisherBook) -> None:
    (tmp_path / "gold.jsonl").write_text('{"a": 1}\n' * 50, encoding="utf-8")
    (found,) = read(tmp_path, publishers)
    assert isinstance(found, Failure)
    assert "none of its 50 rows" in found.reason


def test_an_empty_stream_is_a_failure(publishers: PublisherBook) -> None:
    (found,) = rows(b"", publishers)
    assert isinstance(found, Failure)


def test_a_line_too_long_is_cut_and_refused() -> None:
    lines = list(lines_of(io.BytesIO(b"x" * (2 * LARGEST_INPUT + 10) + b"\nshort\n")))
    assert [len(line) for line in lines] == [LARGEST_INPUT + 2, 6]


def table(path: Path, data: bytes, publishers: PublisherBook) -> list[Reading | Failure]:
    path.write_bytes(data)
    return list(read(path, publishers))


@pytest.mark.parametrize("mark", [b",", b";", b"\t"])
def test_a_table_is_one_report_a_row(tmp_path: Path, publishers: PublisherBook, mark: bytes) -> None:
    rows = [
        (b"id", b"publisher", b"published", b"text"),
        (b"a", b"UNIAN", b"2015-02-15", b'"Guns fell silent, ""at last"",\r\nthe monitors said."'),
        (b"b", b"", b"", b"The truce held; nobody fired."),
    ]
    data = b"\xef\xbb\xbf" + b"".join(mark.join(cells) + b"\r\n" for cells in rows).replace(
        b"held; nobody", b"held " + (b"; nobody" if mark != b";" else b"nobody")
    )
    one, other = table(tmp_path / "in.csv", data, publishers)
    assert isinstance(one, Reading)
    assert isinstance(other, Reading)
    assert one.document.text == 'Guns fell silent, "at last",\nthe monitors said.'
    assert (one.document.path, one.document.publisher) == (f"{tmp_path}/in.csv#a", "UNIAN")
    assert one.document.published.earliest == "2015-02-15"
    assert one.raw.data == mark.join(rows[1]) + b"\r\n"
    assert other.document.published.basis == "unknown"


def test_a_bad_row_of_a_table_names_its_line_and_the_others_go_on(tmp_path: Path, publishers: PublisherBook) -> None:
    data = b"text,published\nGuns fell silent.,\nThe truce, they said, held.,\nIt held.,soon\nIt held on.,2015\n"
    found = table(tmp_path / "in.csv", data, publishers)
    assert [type(item) for item in found] == [Reading, Failure, Failure, Reading]
    assert "Line 3" in found[1].reason
    assert "4 cells where the header has 2" in found[1].reason
    assert "no date" in found[2].reason


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "neither a column"),
        (b"a,b\n1,2\n", "neither a column"),
        (b"text\n", "the input is empty"),
        (b'"never closed\n', "its header is no CSV"),
        (b'text\n"never closed\n', "no CSV"),
        (b'text\n"closed" badly\n', "no CSV"),
        (b"text\n\xff\xfe\n", "not UTF-8"),
    ],
)
def test_a_table_that_holds_no_report_is_one_row_of_failure(
    tmp_path: Path, publishers: PublisherBook, data: bytes, words: str
) -> None:
    (found,) = table(tmp_path / "in.csv", data, publishers)
    assert isinstance(found, Failure)
    assert words in found.reason


def test_a_cell_may_hold_a_long_report(tmp_path: Path, publishers: PublisherBook) -> None:
    text = "Guns fell silent on the line. " * 6_000
    (found,) = table(tmp_path / "in.tsv", b"text\ttitle\n" + text.encode() + b"\tSilence\n", publishers)
    assert isinstance(found, Reading)
    assert found.document.title == "Silence"
