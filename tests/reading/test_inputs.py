from __future__ import annotations

import os
from pathlib import Path

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.inputs import find_inputs, shown
from standoff.reading.normal import LARGEST_INPUT
from standoff.reading.read import read


def outcome(path: Path, publishers: PublisherBook) -> list[Reading | Failure]:
    return list(read(path, publishers))


def reason(path: Path, publishers: PublisherBook) -> str:
    (found,) = outcome(path, publishers)
    assert isinstance(found, Failure)
    assert found.step == "reading"
    return found.reason


def test_a_bad_file_is_a_row_and_the_others_are_read(tmp_path: Path, publishers: PublisherBook) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("Shells fell on the town, the governor said.", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(os.urandom(4000))
    (tmp_path / "d.xyz").write_bytes(b"?")
    found = outcome(tmp_path, publishers)
    assert [type(item) for item in found] == [Failure, Reading, Failure, Failure]


def test_a_format_not_read_names_those_that_are(tmp_path: Path, publishers: PublisherBook) -> None:
    (tmp_path / "a.epub").write_bytes(b"PK\x03\x04")
    text = reason(tmp_path / "a.epub", publishers)
    assert ".epub is not read yet" in text
    assert ".html" in text


def test_a_path_that_is_not_there(tmp_path: Path, publishers: PublisherBook) -> None:
    assert "no such file" in reason(tmp_path / "none.txt", publishers)
    told = reason(Path("https://news.example/a"), publishers)
    assert told.startswith("https://news.example/a: addresses are not fetched; save the page")


def test_a_file_too_large_is_refused_unread(tmp_path: Path, publishers: PublisherBook) -> None:
    with (tmp_path / "big.txt").open("wb") as handle:
        handle.truncate(50_000_000)
    assert f"{LARGEST_INPUT:,}" in reason(tmp_path / "big.txt", publishers)


def test_an_unreadable_file(tmp_path: Path, publishers: PublisherBook) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Shells fell.", encoding="utf-8")
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")
    assert "permissions" in reason(file, publishers)


def test_a_path_that_no_system_can_hold(publishers: PublisherBook) -> None:
    assert "cannot be opened" in reason(Path("a" * 5_000), publishers)


def test_a_closed_folder_is_told_of(tmp_path: Path, publishers: PublisherBook, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in" / "closed").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("Shells fell on the town, the governor said.", encoding="utf-8")
    scandir = os.scandir

    def opened(path: str) -> object:
        if os.fspath(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", opened)
    read_, closed = outcome(tmp_path / "in", publishers)
    assert isinstance(read_, Reading)
    assert isinstance(closed, Failure)
    assert closed.path == f"{tmp_path}/in/closed"
    assert "Permission denied" in closed.reason


def test_what_is_no_regular_file(tmp_path: Path, publishers: PublisherBook) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "regular file" in reason(tmp_path / "pipe.txt", publishers)


def test_a_link_that_leads_out_of_the_folder(tmp_path: Path, publishers: PublisherBook) -> None:
    (tmp_path / "secret.txt").write_text("Not for the record, he said.", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder)
    assert "leads out of the folder" in outcome(folder, publishers)[0].reason
    assert isinstance(outcome(tmp_path / "secret.txt", publishers)[0], Reading)


def test_odd_names_can_be_shown(tmp_path: Path, publishers: PublisherBook) -> None:
    name = os.fsdecode(b"odd\xff\nname.txt")
    (tmp_path / name).write_text("Shells fell on the town.", encoding="utf-8")
    (found,) = outcome(tmp_path, publishers)
    assert isinstance(found, Reading)
    assert found.document.path.isprintable()
    assert shown(Path("a\tb")) == "a\ufffdb"


@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("{broken", "not valid JSON"),
        ("[1]", "no JSON object"),
        ('{"outlet": 3}', "must be a text"),
        ('{"published": "May 3"}', "no date"),
        ('{"published": "2021-02-30"}', "not in the calendar"),
        ('{"title": "\\ud800"}', "surrogate"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_a_bad_side_file_fails_its_report(tmp_path: Path, publishers: PublisherBook, side: str, words: str) -> None:
    (tmp_path / "a.txt").write_text("Shells fell on the town.", encoding="utf-8")
    (tmp_path / "a.json").write_text(side, encoding="utf-8")
    told = reason(tmp_path, publishers)
    assert words in told
    assert "its side file a.json" in told


def test_a_side_file_without_its_report(tmp_path: Path, publishers: PublisherBook) -> None:
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    assert "beside no report of its name" in reason(tmp_path, publishers)


def test_two_files_of_the_same_bytes_make_one_document(tmp_path: Path, publishers: PublisherBook) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Shells fell on the town.", encoding="utf-8")
    first, second = (found for found in outcome(tmp_path, publishers) if isinstance(found, Reading))
    assert first.document.id == second.document.id
    assert first.raw.sha256 == second.raw.sha256


def test_an_empty_folder_gives_nothing(tmp_path: Path, publishers: PublisherBook) -> None:
    assert outcome(tmp_path, publishers) == []


def test_a_link_that_leads_nowhere_or_to_itself_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    found = list(find_inputs(tmp_path, frozenset({".txt"})))
    assert [isinstance(one, Failure) and "leads nowhere" in one.reason for one in found] == [True, True]
