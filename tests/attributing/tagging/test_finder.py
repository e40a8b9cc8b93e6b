"""Check the shipped weights, what stands in for them where they are missing, and that a run names what it used."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from standoff import pipeline
from standoff.annotating.annotate import annotate
from standoff.attributing.attribute import attribute
from standoff.attributing.tagging import finder, weights
from standoff.attributing.tagging.combine import UNIVOCAL
from standoff.cli.diagnosis import diagnose
from standoff.errors import ModelError
from standoff.grounding.ground import ground
from tests.texts import codebook, gazetteer, language, paper

TEXT = (
    'Tirana said on Monday that its patrol had been fired upon. "We did not shoot," countered the Kosari garrison, '
    "whose commander told reporters that the army had denied the charge."
)


@pytest.fixture(scope="module")
def both() -> finder.Spans:
    return finder.load()


def test_the_weights_are_shipped_and_small(both: finder.Spans) -> None:
    assert both.tagger is not None
    assert both.digest == weights.digest()
    assert len(both.digest) == 16
    assert sum((weights.FOLDER / name).stat().st_size for name in weights.FILES) < 30_000_000


def test_the_tagger_reads_sources_contents_and_what_is_nested(both: finder.Spans) -> None:
    assert both.tagger is not None
    found = both.tagger.find(TEXT, [(0, len(TEXT))])
    read = {TEXT[slice(*f.cue)]: (TEXT[slice(*f.source)] if f.source else None, f.content) for f in found}
    assert read["said"][0] == "Tirana"
    assert TEXT[slice(*read["countered"][1][0])].startswith('"We did not shoot')
    assert read["told"][1][-1][0] < TEXT.index("had denied") < read["told"][1][-1][1]
    assert found == both.tagger.find(TEXT, [(0, len(TEXT))])


def test_each_way_finds_statements(both: finder.Spans) -> None:
    book = codebook()
    page = ground(annotate(paper(TEXT), language(), book), book, gazetteer())
    for way in (both, finder.load(finder.TAGGER), finder.load(finder.RULES)):
        cues = [statement.cue[0].quote for statement in attribute(page, book, way)]
        assert {"said", "countered", "told"} <= set(cues)


def test_by_polnears_convention_attitudes_are_read_and_no_word_stands_in_two_contents() -> None:
    text = (
        "Skopje fears that the truce will not hold. Its envoy insisted on Monday that Tirana had agreed to talks and "
        "that the army had denied the charge."
    )
    book = codebook()
    page = ground(annotate(paper(text), language(), book), book, gazetteer())
    alone = finder.load(finder.TAGGER)
    marked = replace(alone, style=finder.POLNEAR, policy=UNIVOCAL)
    found = attribute(page, book, marked)
    assert "fears" in [one.cue[0].quote for one in found]
    assert "fears" not in [one.cue[0].quote for one in attribute(page, book, alone)]
    contents = sorted((content.start, content.stop) for one in found for content in one.content)
    assert all(before[1] <= after[0] for before, after in pairwise(contents))


def test_without_weights_the_rules_work_alone_and_say_so(tmp_path: Path) -> None:
    found = finder.load(finder.BOTH, tmp_path)
    assert found.tagger is None
    assert found.digest.startswith("none: rules alone, for the tagger's encoder.onnx cannot be read")
    assert str(tmp_path) not in found.digest
    with pytest.raises(ModelError, match="install standoff again"):
        weights.load(tmp_path)


def test_without_onnx_runtime_the_rules_work_alone_and_say_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(weights, "find_spec", lambda name: None if name == "onnxruntime" else importlib.util.find_spec)
    found = finder.load(finder.BOTH, tmp_path)
    assert found.digest == "none: rules alone, for the package onnxruntime is missing; install standoff again"


def test_a_run_and_the_doctor_name_the_weights(both: finder.Spans) -> None:
    assert pipeline.models_digest(finder.BOTH).endswith(f"tagger {both.digest}")
    assert pipeline.models_digest(finder.BOTH) != pipeline.models_digest(finder.RULES)
    findings, _ = diagnose(None)
    assert findings["tagger"] == both.digest


def test_the_doctor_is_not_well_without_the_weights_unless_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert diagnose(None)[1]
    monkeypatch.setattr(weights, "find_spec", lambda _: None)
    weights.digest.cache_clear()
    try:
        findings, well = diagnose(None)
        assert findings["tagger"].startswith("none: rules alone, for the package onnxruntime is missing")
        assert not well
        monkeypatch.setenv("STANDOFF_ATTRIBUTION", "rules")
        assert diagnose(None)[1]
    finally:
        weights.digest.cache_clear()


def test_ten_thousand_words_in_one_line_and_odd_text_are_read(both: finder.Spans) -> None:
    assert both.tagger is not None
    for text in ("said " * 10_000, '"' * 3_000, "…\u200b—" * 500, "A: b\n" * 200):
        assert isinstance(both.tagger.find(text, [(0, len(text))]), list)
