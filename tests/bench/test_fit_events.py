from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from bench.fit_events import Example, Gold, cross_validate, fit, listed, regions_of, write


def _rows(document: str, conflict: str = "karabakh") -> list[Example]:
    yes = [Example(document, conflict, ("root", "plain"), 90, True)] * 200
    return yes + [Example(document, conflict, ("noun", "plain"), 90, False)] * 200


def test_weights_tell_reports_from_mentions() -> None:
    rows = _rows("01.txt")
    assert listed(rows, fit(rows)) == [row.right for row in rows]


def test_each_conflict_is_weighed_without_itself() -> None:
    rows = tuple(_rows("01.txt") + _rows("p1", "sahel") + _rows("61.txt", "gaza"))
    scores = cross_validate(Gold(rows, Counter(reports=400, passages=250)))
    assert scores["reports"]["f1"] == 1.0
    assert scores["passages"]["recall"] == 0.8


def test_passages_tell_their_region(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").write_text('{"id": "p1", "region": "sahel", "text": ""}\n', encoding="utf-8")
    assert regions_of(tmp_path) == {"p1": "sahel"}


def test_weights_are_written_a_row_a_sign(tmp_path: Path) -> None:
    write(tmp_path / "w.csv", {"root": (1.234, 0.0), "idle": (0.0, 0.001)})
    with (tmp_path / "w.csv").open(encoding="utf-8") as handle:
        assert list(csv.reader(handle)) == [["sign", "any", "long"], ["root", "1.23", "0.00"]]
