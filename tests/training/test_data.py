"""Check how marked texts become labelled windows."""

from __future__ import annotations

import json
from pathlib import Path

from training.attribution.data import ACTS, OURS, POLNEAR, Marked, Text, items, polnear, real, written

TEXT = "Kano said that Lira denied the raid.\nNobody else spoke."


def row(parent: str | None, source: str, cue: str, content: str) -> dict[str, object]:
    def extent(words: str) -> dict[str, int]:
        return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}

    return {
        "file": "01.txt", "core": True, "parent": parent, "source": extent(source), "cue": [extent(cue)],
        "content": [extent(content)], "act": "deny" if parent else "inform", "negated": False, "hedged": False,
        "form": "indirect",
    }  # fmt: skip


ROWS = [row(None, "Kano", "said", "that Lira denied the raid"), row("1", "Lira", "denied", "the raid")]


def test_each_cue_has_its_own_roles_and_nested_parts_stay_out_of_the_shared_rows() -> None:
    text = Text("t", TEXT, OURS, (Marked(((0, 4),), ((5, 9),), ((10, 35),)),))
    first, second = items(text)
    assert [len(one.cues) for one in (first, second)] == [1, 0]
    assert first.rows[1] == (0, 1, 0, 0, 0, 0, 0, 0)
    assert first.cues[0].roles == (1, 0, 3, 4, 4, 4, 4, 0)
    assert first.cues[0].labels == (-1, -1, -1, -1)


def test_our_gold_is_read_with_acts_and_nesting(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "statements.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    (text,) = real(tmp_path)
    outer, inner = text.marks
    assert (outer.nested, inner.nested) == (False, True)
    assert (ACTS[outer.act], ACTS[inner.act]) == ("inform", "deny")
    window = next(items(text))
    assert window.rows[1] == (0, 1, 0, 0, 1, 0, 0, 0)  # both cues
    assert window.rows[2] == (0, 0, 1, 2, 2, 2, 2, 0)  # the outer content alone
    assert [cue.nested for cue in window.cues] == [False, True]
    assert list(real(tmp_path, ["0"])) == []


def test_written_passages_hold_their_own_text(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps({"id": "p", "text": TEXT, "statements": ROWS}), encoding="utf-8")
    (text,) = written(path)
    assert (text.text, text.style, len(text.marks)) == (TEXT, OURS, 2)


def test_polnear_is_read_with_split_spans_and_its_own_style(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "train"
    for name in ("text", "attributions"):
        (folder / name).mkdir(parents=True)
    (folder / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    marks = (
        "T1\tCue 5 9\tsaid\nT2\tSource 0 4\tKano\nT3\tContent 10 14;15 19\tthat Lira\nE1\tCue:T1 Source:T2 Content:T3\n"
    )
    (folder / "attributions" / "a_one.ann").write_text(marks, encoding="utf-8")
    (text,) = polnear(tmp_path, "train")
    assert text.style == POLNEAR
    assert text.marks == (Marked(((0, 4),), ((5, 9),), ((10, 14), (15, 19))),)
