"""Check that the gate fails when it must."""

from __future__ import annotations

import json
import sys
import types
from pathlib import Path

import pytest

from bench.gate import digest_of, gate, raise_floors
from bench.report import Report


@pytest.fixture
def scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Offer a runner `bench.fake` that reaches .8 on a data folder with one file."""
    runner = types.ModuleType("bench.fake")
    runner.__dict__["run"] = lambda data, split: Report("fake", str(data), 7, {"f1": 0.8, "false": 2})
    monkeypatch.setitem(sys.modules, "bench.fake", runner)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.txt").write_text("one")
    return tmp_path


def floors(folder: Path, least: float, n: int = 7, digest: str | None = None) -> Path:
    path = folder / "floors.json"
    digest = digest or digest_of(folder / "data")
    row = {"runner": "fake", "data": "data", "split": None, "digest": digest, "n": n, "metrics": {"f1": least}}
    path.write_text(json.dumps([row]))
    return path


def test_gate_passes_at_the_floor_and_fails_below(scored: Path) -> None:
    assert gate(scored, floors(scored, 0.8)) == 0
    assert gate(scored, floors(scored, 0.81)) == 1


def test_gate_fails_when_the_data_or_their_number_changed(scored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate(scored, floors(scored, 0.1, n=8)) == 1
    assert gate(scored, floors(scored, 0.1, digest="0" * 16)) == 1
    assert "not those the floor was measured on" in capsys.readouterr().out


def test_gate_says_which_data_are_absent(scored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = floors(scored, 0.1)
    (scored / "data" / "a.txt").unlink()
    (scored / "data").rmdir()
    assert gate(scored, path) == 0
    assert "no such data" in capsys.readouterr().out


def test_errors_have_a_ceiling(scored: Path) -> None:
    path = floors(scored, 0.1)
    row = json.loads(path.read_text())[0]
    for most, outcome in ((2, 0), (1, 1)):
        path.write_text(json.dumps([row | {"ceilings": {"false": most}}]))
        assert gate(scored, path) == outcome


def test_raising_never_lowers_a_floor_nor_lifts_a_ceiling(scored: Path) -> None:
    path = floors(scored, 0.79)
    row = json.loads(path.read_text())[0] | {"ceilings": {"false": 9}, "reason": "harder texts came"}
    path.write_text(json.dumps([row, row | {"metrics": {"f1": 0.95}, "ceilings": {"false": 1}}]))
    raise_floors(scored, path)
    raised = json.loads(path.read_text())
    assert [r["metrics"]["f1"] for r in raised] == [0.792, 0.95]
    assert [r["ceilings"]["false"] for r in raised] == [2, 1]
    assert {r["reason"] for r in raised} == {"harder texts came"}
