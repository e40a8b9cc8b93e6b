from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Document, Reading
from standoff.model.run import Failure
from standoff.reading.draft import Draft, Input
from standoff.reading.read import READERS, read, read_stream


def documents(path: Path, publishers: PublisherBook) -> list[Document]:
    return [found.document for found in read(path, publishers) if isinstance(found, Reading)]


def failures(path: Path, publishers: PublisherBook) -> list[Failure]:
    return [found for found in read(path, publishers) if isinstance(found, Failure)]


def test_a_text_is_kept_as_it_is_with_its_bytes(tmp_path: Path, publishers: PublisherBook) -> None:
    data = b" date 2023-04-16 KHARTOUM - Fighting went on.\n\nThe army denied it.\n"
    (tmp_path / "a.txt").write_bytes(data)
    (reading,) = read(tmp_path / "a.txt", publishers)
    assert isinstance(reading, Reading)
    assert reading.document.text == data.decode()
    assert reading.raw.data == data
    assert reading.document.published.earliest == "2023-04-16"
    assert reading.document.published.basis == "prefix"
    assert reading.document.blocks[0].kind == "metadata"


def test_a_side_file_states_address_outlet_and_date(tmp_path: Path, publishers: PublisherBook) -> None:
    (tmp_path / "a.txt").write_text("Shells fell on the town, the governor said.", encoding="utf-8")
    side = {
        "url": "https://example.org/x",
        "outlet": "The Example (TASS copy)",
        "published": "2016-07",
        "side": "Other",
    }
    (tmp_path / "a.json").write_text(json.dumps(side), encoding="utf-8")
    (document,) = documents(tmp_path, publishers)
    assert (document.publisher, document.agency, document.side) == ("The Example", "TASS", "Other")
    assert (document.published.earliest, document.published.latest) == ("2016-07-01", "2016-07-31")
    assert document.published.basis == "stated"


def test_a_report_that_breaks_its_reader_is_a_row_and_the_others_are_read(
    tmp_path: Path, publishers: PublisherBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Input) -> Iterator[Draft]:
        raise KeyError("no such\npart")
        yield

    monkeypatch.setitem(READERS, ".md", broken)  # type: ignore[arg-type] # the table is a dictionary
    for name in ("a.txt", "b.md", "c.txt"):
        (tmp_path / name).write_text("Shells fell on the town, the governor said.", encoding="utf-8")
    assert [Path(d.path).name for d in documents(tmp_path, publishers)] == ["a.txt", "c.txt"]
    (failure,) = failures(tmp_path, publishers)
    assert failure.path == f"{tmp_path}/b.md"
    assert "it broke the reader (KeyError: 'no such\\npart')" in failure.reason


def test_a_folder_is_read_in_order_without_hidden_and_about_files(tmp_path: Path, publishers: PublisherBook) -> None:
    for name in ("b.txt", "a.txt", "sub/c.md", ".hidden.txt", "README.md", "a.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}" if name.endswith("json") else f"Report {name} tells of a raid.", "utf-8")
    assert [Path(d.path).name for d in documents(tmp_path, publishers)] == ["a.txt", "b.txt", "c.md"]
    assert failures(tmp_path, publishers) == []


@given(
    st.binary(max_size=400),
    st.sampled_from([*READERS, ".zip"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_whatever_the_bytes_are_there_are_rows(
    tmp_path: Path, publishers: PublisherBook, data: bytes, suffix: str
) -> None:
    file = tmp_path / f"any{suffix}"
    file.write_bytes(data)
    found = list(read(file, publishers))
    assert found
    assert all(isinstance(item, Reading) or item.reason.endswith(".") for item in found)


def test_a_malformed_row_names_its_line_and_the_others_go_on(publishers: PublisherBook) -> None:
    stream = io.BytesIO(
        b'{"id": "one", "text": "The ceasefire held, the monitors said.", "published": "2015-02-16"}\n'
        b"{broken\n"
        b'{"title": "no text"}\n'
        b'{"text": "Both sides accused each other.", "publisher": "Reuters"}\n'
    )
    found = list(read_stream(stream, publishers))
    assert [type(item) for item in found] == [Reading, Failure, Failure, Reading]
    assert "Line 2" in found[1].reason
    assert "Line 3" in found[2].reason
    assert found[0].document.path == "-#one"
    assert found[3].document.publisher == "Reuters"
