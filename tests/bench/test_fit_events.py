from __future__ import annotations

import csv
from pathlib import Path

from bench.fit_events import Example, Gold, conflict, cross_validate, fit, share, write


def _rows(document: str) -> list[Example]:
    yes = [Example(document, ("root", "plain"), True, True)] * 20
    return yes + [Example(document, ("noun", "plain"), True, False)] * 20


def test_weights_tell_reports_from_mentions() -> None:
    weights = fit(_rows("01.txt"))
    assert share(_rows("")[0], weights) > 0.5 > share(_rows("")[-1], weights)


def test_each_conflict_and_tenth_is_weighed_without_itself() -> None:
    assert [conflict(n) for n in ("07.txt", "61.txt", "76.txt")] == ["Karabakh", "Gaza", "Donbas"]
    assert conflict("p12").startswith("passages")
    rows = tuple(_rows("01.txt") + _rows("61.txt"))
    scores = cross_validate(Gold(rows, {"01.txt": 20, "61.txt": 20}))
    assert scores["reports"]["f1"] == 1.0
    assert "passages" not in scores


def test_weights_are_written_a_row_a_sign(tmp_path: Path) -> None:
    write(tmp_path / "w.csv", {"root": (1.234, 0.0), "idle": (0.0, 0.001)})
    with (tmp_path / "w.csv").open(encoding="utf-8") as handle:
        assert list(csv.reader(handle)) == [["sign", "any", "long"], ["root", "1.23", "0.00"]]
