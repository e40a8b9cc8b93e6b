from __future__ import annotations

from pathlib import Path

import pytest

from bench.time import Case, Expression, read_cases, score
from standoff.model.clock import UNKNOWN
from standoff.model.document import Document

TIMEML = """<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" value="2020-03-02"/></DCT><TEXT>
They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2020-03-01">Sunday</TIMEX3>.</TEXT></TimeML>"""


def case(gold, skipped=()):
    return Case(Document("d", "text", "", "", "p", published=UNKNOWN), tuple(gold), tuple(skipped))


def test_timeml_is_read_with_offsets_into_the_plain_text(tmp_path: Path):
    (tmp_path / "a.tml").write_text(TIMEML, encoding="utf-8")
    found = next(read_cases(tmp_path, None))
    gold = found.gold[0]
    assert found.document.text[gold.start : gold.stop] == "Sunday"
    assert found.document.published.earliest == "2020-03-02"
    assert (gold.type, gold.value) == ("DATE", "2020-03-01")


def test_platinum_lies_in_a_folder_of_its_own_and_may_lack_a_day_of_writing(tmp_path: Path):
    folder = tmp_path / "te3-platinum"
    folder.mkdir()
    (folder / "a.tml").write_text(TIMEML, encoding="utf-8")
    (folder / "b.tml").write_text(TIMEML.replace('value="2020-03-02"', 'value="2020-03"'), encoding="utf-8")
    first, second = read_cases(tmp_path, None)
    assert (first.document.published.earliest, second.document.published.earliest) == ("2020-03-02", None)
    assert len(list(read_cases(tmp_path, "te3-platinum"))) == 2


def test_scores_count_spans_overlaps_and_values_once():
    gold = [Expression(0, 6, "DATE", "2020"), Expression(10, 16, "DATE", "2021")]
    ours = (Expression(0, 6, "DATE", "2020"), Expression(12, 20, "DATE", "2022"), Expression(30, 31, "TIME", None))
    figures = score([(case(gold), ours)])
    assert figures["strict_f1"] == pytest.approx(2 * 1 / 5)
    assert figures["relaxed_f1"] == pytest.approx(2 * 2 / 5)
    assert figures["value_f1"] == pytest.approx(2 * 1 / 5)


def test_what_overlaps_a_skipped_mark_is_neither_hit_nor_miss():
    figures = score([(case([], [Expression(0, 4, "DATE", "1991")]), (Expression(0, 4, "DATE", None),))])
    assert figures["relaxed_f1"] == 0.0
    assert figures["relaxed_precision"] == 0.0
