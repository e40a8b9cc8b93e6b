"""Check that an encoder's vocabulary is read in order of its ids."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.attribution.vocabulary import pieces_of


def write(folder: Path, ids: dict[str, int]) -> Path:
    (folder / "tokenizer.json").write_text(json.dumps({"model": {"vocab": ids}}), encoding="utf-8")
    return folder


def test_pieces_stand_in_order_of_their_ids(tmp_path: Path) -> None:
    assert pieces_of(write(tmp_path, {"b": 1, "a": 0, "##c": 2})) == ["a", "b", "##c"]


def test_a_gap_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="have gaps"):
        pieces_of(write(tmp_path, {"a": 0, "b": 2}))
