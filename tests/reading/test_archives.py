from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.normal import LARGEST_INPUT
from standoff.reading.read import read

TEXT = "The army said on Monday that shells fell on the market in Goma."


def packed(path: Path, **files: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def found(path: Path, publishers: PublisherBook) -> tuple[list[Reading], list[str]]:
    results = list(read(path, publishers))
    return [r for r in results if isinstance(r, Reading)], [r.reason for r in results if isinstance(r, Failure)]


def test_files_of_any_format_are_read_with_their_side_files(tmp_path: Path, publishers: PublisherBook) -> None:
    path = packed(
        tmp_path / "in.zip",
        **{
            "b/a.txt": TEXT,
            "b/a.json": json.dumps({"published": "2024-06-11", "outlet": "Kivu Watch"}),
            "rows.jsonl": json.dumps({"id": "r1", "text": TEXT + " Two died."}),
            "README.md": "About this folder.",
            "__MACOSX/._a.txt": "junk",
            "b/": "",
        },
    )
    readings, reasons = found(path, publishers)
    assert reasons == []
    assert [r.document.path.removeprefix(str(path)) for r in readings] == ["/b/a.txt", "/rows.jsonl#r1"]
    assert (readings[0].document.publisher, readings[0].document.published.earliest) == ("Kivu Watch", "2024-06-11")


def test_what_cannot_be_read_is_a_row_and_the_others_go_on(tmp_path: Path, publishers: PublisherBook) -> None:
    inner = packed(tmp_path / "inner.zip", **{"a.txt": TEXT}).read_bytes()
    path = packed(
        tmp_path / "in.zip",
        **{"a.zip": inner, "b.png": b"\x89PNG", "bomb.txt": b"a" * (LARGEST_INPUT + 1), "c.txt": TEXT, "d.txt": ""},
    )
    readings, reasons = found(path, publishers)
    assert [r.document.path for r in readings] == [f"{path}/c.txt"]
    for told in ("archive within an archive", "format .png is not read", "more than the 20,000,000", "empty"):
        assert sum(told in reason for reason in reasons) == 1


def test_a_file_whose_name_or_bytes_are_broken_is_told_of(tmp_path: Path, publishers: PublisherBook) -> None:
    path = packed(tmp_path / "in.zip", **{"é.txt": TEXT, "b.txt": TEXT})
    whole = path.read_bytes()
    path.write_bytes(whole.replace("é".encode(), b"\xff\xff"))
    assert "cannot be opened" in found(path, publishers)[1][0]
    path.write_bytes(whole.replace("é".encode(), b"\xff\xff", 1))
    readings, reasons = found(path, publishers)
    assert [r.document.path for r in readings] == [f"{path}/b.txt"]
    assert "cannot be unpacked" in reasons[0]


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b""])
def test_a_broken_archive_is_one_row(tmp_path: Path, publishers: PublisherBook, data: bytes) -> None:
    (tmp_path / "in.zip").write_bytes(data)
    readings, reasons = found(tmp_path / "in.zip", publishers)
    assert readings == []
    assert len(reasons) == 1
    assert "cannot be opened" in reasons[0]
