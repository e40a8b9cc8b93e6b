from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.publishers import NewsroomWords
from standoff.codebook.words import HeadWords, NameWords, OutlookWords, read_lists, read_words
from standoff.errors import CodebookError

ENTRY = "- id: {}\n  description: X.\n  example: X\n  words: [{}]\n"


@pytest.mark.parametrize(
    ("file", "shape"),
    [("names", NameWords), ("outlook", OutlookWords), ("heads", HeadWords), ("newsrooms", NewsroomWords)],
)
def test_every_class_of_the_shipped_files_has_words(file: str, shape: type) -> None:
    found = read_words(FOLDER / "words" / f"{file}.yaml", shape)
    assert all(getattr(found, field.name) for field in fields(shape))


def test_classes_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "heads.yaml"
    path.write_text("".join(ENTRY.format(*row) for row in (("label", "LIVE"), ("nobody", "wire"), ("no_name", "mr"))))
    assert read_words(path, HeadWords) == HeadWords(frozenset({"LIVE"}), frozenset({"wire"}), frozenset({"mr"}))


def test_a_folder_without_the_file_knows_no_words(tmp_path: Path) -> None:
    assert read_words(tmp_path / "names.yaml", NameWords) == NameWords()


@pytest.mark.parametrize(("rows", "named"), [([("label", "LIVE")], "no_name"), ([("lable", "LIVE")], "lable")])
def test_a_class_that_is_missing_or_unknown_is_refused(tmp_path: Path, rows: list[tuple[str, str]], named: str) -> None:
    path = tmp_path / "heads.yaml"
    path.write_text("".join(ENTRY.format(*row) for row in rows))
    with pytest.raises(CodebookError, match=named):
        read_words(path, HeadWords)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ENTRY.format("label", "LIVE") * 2, "line 5, key 'id': 'label' is given twice"),
        (ENTRY.format("label", ""), "line 1, key 'words': at least one is needed"),
        ("- id: label\n  words: [LIVE]\n  description: X.\n", "key 'example'"),
    ],
)
def test_an_entry_that_says_too_little_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "heads.yaml"
    path.write_text(text)
    with pytest.raises(CodebookError, match=problem):
        read_lists(path)
