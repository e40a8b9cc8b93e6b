"""One more report is taken up by the steps of a run in a store that was spread from a small one."""

from __future__ import annotations

from contextlib import closing

from bench import growth
from bench.spread import spread
from standoff.codebook.load import load
from standoff.store.open import open_store


def test_a_spread_store_holds_so_many_copies_that_differ(tmp_path, monkeypatch):
    monkeypatch.setattr(growth, "BLOCK", 12)
    small, large = tmp_path / "small.db", tmp_path / "large.db"
    growth._join_all(small, load())
    spread(small, large, 22, growth.DAYS)
    with closing(open_store(small)) as one, closing(open_store(large)) as many:
        assert many.counts() == {name: 22 * number for name, number in one.counts().items()}
        days = {document.published.earliest for document in one.documents()}
        later = {document.published.earliest for document in many.documents()} - days
        assert later  # two copies more than there are theatres: these lie behind
        assert len({document.text for document in many.documents()}) == len(many.record().documents)
        assert many.check() == "ok"


def test_each_part_of_taking_a_report_up_is_measured(tmp_path, monkeypatch):
    monkeypatch.setattr(growth, "BLOCK", 12)
    monkeypatch.setattr(growth, "ADDED", 2)
    report = growth.run(tmp_path, "12,24")
    assert report.n == 2
    assert {f"ms_{part}_at_24" for part in ("keep", "pending", "date", "copies", "join", "compare", "all")} <= set(
        report.metrics
    )
    assert all(taken >= 0 for taken in report.metrics.values())
