from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from bench.reading import run


def test_hidden_dates_are_scored_against_side_files(tmp_path: Path) -> None:
    texts = {
        "a": ("26 January 2017, 14:20. Donetsk. Shells fell on the depot, the command said.", "2017-01-26"),
        "b": (" date 2017-01-27 Monitors of the mission could not reach the depot, they said.", "2017-01-27"),
    }
    for name, (text, day) in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{name}.json").write_text(json.dumps({"published": day}), encoding="utf-8")
    report = run(tmp_path, None)
    assert report.n == 2
    assert report.metrics["covered"] == 1.0
    assert report.metrics["hidden_exact"] == 0.5
    assert report.metrics["hidden_exact_within_a_day"] == 1.0
    assert report.metrics["hidden_within_a_day"] == 0.5


def test_a_web_address_is_not_hidden_with_the_date(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Monitors of the mission could not reach the depot.", encoding="utf-8")
    side = {"published": "2017-01-27", "url": "https://example.org/2017/01/27/depot"}
    (tmp_path / "a.json").write_text(json.dumps(side), encoding="utf-8")
    metrics = run(tmp_path, None).metrics
    assert (metrics["hidden_within_a_day"], metrics["text_within_a_day"]) == (1.0, 0.0)


def test_a_folder_without_side_files_is_scored_for_its_layout_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Shells fell.\n\n  \nThe command denied it.", encoding="utf-8")
    assert run(tmp_path, None).metrics == {"documents": 1.0, "covered": 1.0}


def test_the_seeds_are_read_as_the_hand_list_says(shared: Callable[[str], Path]) -> None:
    metrics = run(shared("seeds"), None).metrics
    assert metrics["dated_right"] == 1.0
    assert metrics["boilerplate_recall"] == metrics["boilerplate_precision"] == 1.0
    assert metrics["credit_recall"] == metrics["credit_precision"] == 1.0
