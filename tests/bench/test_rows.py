"""Gold rows are read whole, and counts become shares."""

from __future__ import annotations

from bench.rows import f1, objects, share


def test_empty_lines_are_no_objects(tmp_path):
    (tmp_path / "rows.jsonl").write_text('{"a": 1}\n\n{"a": "line\u2028end"}\n', encoding="utf-8")
    assert [row["a"] for row in objects(tmp_path / "rows.jsonl")] == [1, "line\u2028end"]


def test_nothing_has_no_share():
    assert share(0, 0) == 0
    assert f1(0, 0) == 0
    assert f1(0.5, 1.0) == 2 / 3
