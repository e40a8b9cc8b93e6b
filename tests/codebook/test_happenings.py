from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from standoff.codebook.happenings import load_happenings
from standoff.codebook.load import FOLDER
from standoff.errors import CodebookError

MODES = 67


def test_all_plover_types_and_modes_have_an_event_type() -> None:
    book = load_happenings(FOLDER)
    covered = {(t.plover, t.mode) for t in book.types.values()}
    with (FOLDER / "events" / "plover.csv").open(encoding="utf-8", newline="") as handle:
        rows = [(row["type"], row["mode"] or None) for row in csv.DictReader(handle)]
    modes = {row for row in rows if row[1]}
    assert len(modes) == MODES
    assert modes <= covered
    assert len({plover for plover, _ in covered} - {"COMMENT"}) == 16


def test_the_dictionary_is_wide_and_every_type_has_description_and_example() -> None:
    book = load_happenings(FOLDER)
    assert book.size >= 1500
    assert all(t.description and t.example for t in book.types.values())


def test_every_type_is_reached_by_some_word_or_act() -> None:
    book = load_happenings(FOLDER)
    tables = (book.verbs, book.nouns, book.phrases)
    reached = {t.type for table in tables for entries in table.values() for t in entries}
    reached |= set(book.acts.values()) | set(book.narrowed.values())
    assert set(book.types) - reached == set()


def test_alternatives_become_entries_of_their_own(tmp_path: Path) -> None:
    book = load_happenings(_folder(tmp_path, "withdrawal,v,pull|draw back|out,,,,,\n"))
    assert {(t.head, t.others) for t in book.verbs["pull"]} == {("pull", ("back",)), ("pull", ("out",))}
    assert book.size == 4


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("nothing_known,v,hit,,,,,\n", "type"),
        ("withdrawal,x,hit,,,,,\n", "pos"),
        ("withdrawal,v,hit,@unheard,,,,\n", "object"),
        ("withdrawal,v,hit,,,,,subject\n", "roles"),
    ],
)
def test_a_malformed_row_is_refused_with_file_line_and_key(tmp_path: Path, row: str, named: str) -> None:
    with pytest.raises(CodebookError, match=rf"triggers\.csv, line 2, key '{named}'"):
        load_happenings(_folder(tmp_path, row))


def _folder(tmp_path: Path, row: str) -> Path:
    shutil.copytree(FOLDER / "events", tmp_path / "events")
    header = "type,pos,words,object,subject,prep,not,roles\n"
    (tmp_path / "events" / "triggers.csv").write_text(header + row, encoding="utf-8")
    return tmp_path
