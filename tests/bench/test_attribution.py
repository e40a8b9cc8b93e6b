from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from bench.acts import macro_f1
from bench.attributed import Scored, matched, overlap, touch
from bench.attribution import _exact, names_meet, run
from bench.gold import GoldDocument, GoldStatement, read_gold
from standoff.model.entity import PartyRef
from standoff.model.page import Page
from standoff.model.span import Span
from standoff.model.statement import Source, Statement

TEXT = "Kenya denied the report."


def passage(folder: Path) -> Path:
    spans = {"source": (0, 5), "cue": (6, 12), "content": (13, 23)}
    source, cue, content = ({"start": a, "end": b, "text": TEXT[a:b]} for a, b in spans.values())
    row = {
        "id": "1",
        "parent": None,
        "core": True,
        "explicit": True,
        "negated": False,
        "source": source,
        "cue": [cue],
        "content": [content],
        "form": "indirect",
        "speaker": ["Kenya"],
        "organisation": None,
        "on_behalf_of": "Kenya",
        "act": "deny",
        "addressee": None,
        "medium": None,
        "utterance_time": None,
        "hedged": False,
    }
    (folder / "train.jsonl").write_text(json.dumps({"id": "P", "text": TEXT, "statements": [row]}), encoding="utf-8")
    return folder


def statement(content: tuple[int, int], source: tuple[int, int] | None = (0, 5)) -> Statement:
    def span(a: int, b: int) -> Span:
        return Span("d", a, b, TEXT[a:b])

    voice = Source(span(*source) if source else None, (PartyRef("KEN", "Kenya"),), "explicit")
    return Statement("s", "d", voice, None, (span(6, 12),), (span(*content),), "deny", "denies", "indirect")


def gold(content: tuple[int, int]) -> GoldStatement:
    return GoldStatement("1", (0, 5), ((6, 12),), (content,))


def test_overlap_is_shared_over_united_characters() -> None:
    assert overlap(((0, 10),), ((5, 10),)) == 0.5
    assert overlap(((0, 5), (10, 15)), ((0, 5),)) == 0.5
    assert not touch(((0, 5),), ((5, 9),))


def test_statements_match_where_source_cue_and_content_agree() -> None:
    assert len(matched((gold((13, 23)),), (statement((13, 23)),), 0.8)) == 1
    assert matched((gold((13, 23)),), (statement((13, 16)),), 0.8) == []
    assert matched((gold((13, 23)),), (statement((13, 23), source=None),), 0.3) == []


def test_names_agree_whatever_their_case_and_accents() -> None:
    assert names_meet(("Mevlüt Çavuşoğlu",), ("Mevlut Cavusoglu",))
    assert not names_meet(("Kenya",), ("Uganda",))


def test_macro_f1_is_over_the_acts_of_the_gold() -> None:
    assert macro_f1([("deny", "deny"), ("urge", "deny")]) == (2 / 3 + 0) / 2


def test_a_passage_is_read_with_its_statements(tmp_path: Path) -> None:
    document = next(read_gold(passage(tmp_path), None))
    assert (document.text, document.statements[0].acts) == (TEXT, ("deny",))


def test_fragments_agree_without_the_signs_at_their_ends() -> None:
    counts: Counter[str] = Counter()
    document = GoldDocument("P", TEXT, (gold((13, 23)),))
    _exact(Scored(document, (statement((13, 24)),), Page.__new__(Page)), [gold((13, 23))], [], counts)
    assert (counts["exact_content_right"], counts["fragment_content_right"]) == (0, 1)
    assert (counts["exact_source_right"], counts["fragment_source_right"]) == (1, 1)


def test_the_runner_scores_a_folder_of_passages(tmp_path: Path) -> None:
    report = run(passage(tmp_path), None)
    assert report.n == 1
    assert report.metrics["linked_f1@.8"] == 1.0
    assert report.metrics["speaker"] == 1.0
