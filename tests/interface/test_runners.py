"""The runners of quality have the names, options and last line that other tools rely on."""

from __future__ import annotations

import importlib
import inspect
import json
from pathlib import Path

import pytest

from bench.__main__ import RUNNERS, main

PINNED = (
    *("attribution", "acts", "time", "place", "coding", "events", "joining", "discrepancies", "timeline", "reading"),
    "speed",
)


def test_the_pinned_runners_are_there() -> None:
    assert set(PINNED) <= set(RUNNERS)


@pytest.mark.parametrize("name", PINNED)
def test_a_runner_takes_a_folder_and_a_part_of_it(name: str) -> None:
    taken = list(inspect.signature(importlib.import_module(f"bench.{name}").run).parameters)
    assert taken[:2] == ["data", "split"]


def test_data_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys) -> None:
    assert main(["time", "--data", str(tmp_path / "nowhere")]) == 2
    assert "must be a folder or file that exists" in capsys.readouterr().err


def test_the_last_line_is_one_object_with_name_data_and_n(tmp_path: Path, capsys) -> None:
    (tmp_path / "a.tml").write_text(
        '<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" value="2020-03-02"/></DCT><TEXT>They met on '
        '<TIMEX3 tid="t1" type="DATE" value="2020-03-01">Sunday</TIMEX3>.</TEXT></TimeML>',
        "utf-8",
    )
    assert main(["time", "--data", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told.pop("name"), told.pop("n")) == ("time", 1)
    assert str(tmp_path.name) in told.pop("data")
    assert all(isinstance(value, int | float) for value in told.values())
