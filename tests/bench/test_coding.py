from __future__ import annotations

from pathlib import Path

from bench.coding import plv_metrics, plv_rows, root_of
from standoff.model.event import Event, Plover
from standoff.model.span import Span


def test_tags_give_the_extents_of_source_and_target(tmp_path: Path) -> None:
    table = tmp_path / "PLV_dev.tsv"
    table.write_text(
        "sentence_id\tmarked_sentence\tgold_root\n1\t<s>Chad</s> thanked <t>Mali</t>.\tSUPPORT\n", encoding="utf-8"
    )
    [row] = plv_rows(table)
    assert row["text"] == "Chad thanked Mali."
    assert (row["text"][slice(*row["s"])], row["text"][slice(*row["t"])]) == ("Chad", "Mali")


def test_macro_f1_counts_every_root_alike() -> None:
    result = plv_metrics([("AID", "AID"), ("AID", "AID"), ("REJECT", None)])
    assert result["macro_f1"] == 0.5
    assert result["f1.AID"] == 1.0


def test_yielding_is_one_root() -> None:
    span = Span("doc", 0, 4, "left")
    event = Event("e", "doc", None, span, "x", Plover("RETREAT"), None, None, (), None, None, "certain+", "actual", "r")
    assert root_of(event) == "YIELD"
    assert root_of(None) is None
