"""Check that errors are told by kind, with their words, and that folds choose their own weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.attributed import Scored, as_document
from bench.attribution_errors import Wrong, as_text, wrong
from bench.attribution_folds import conflict_of, finding
from bench.gold import GoldDocument, GoldStatement
from standoff.errors import ModelError
from standoff.model.page import Page
from standoff.model.statement import Source, Statement

TEXT = "Kano said that the bridge was mined and closed. Lira denied the charge. Oru left."


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def gold(number: str, source: str | None, cue: str, content: str) -> GoldStatement:
    return GoldStatement(number, at(source) if source else None, (at(cue),), (at(content),))


def found(number: str, source: str | None, cue: str, content: str) -> Statement:
    page = document()
    voice = Source(page.span(*at(source)) if source else None, (), "explicit")
    parts = ((page.span(*at(cue)),), (page.span(*at(content)),))
    return Statement(number, "d", voice, None, *parts, "inform", "asserts", "indirect")


def document():
    return as_document("t.txt", TEXT)


def kinds(gold_ones: list[GoldStatement], found_ones: list[Statement]) -> list[str]:
    page = Page.__new__(Page)  # no error kind looks at the page
    item = Scored(GoldDocument("t.txt", TEXT, tuple(gold_ones)), tuple(found_ones), page)
    return [error.kind for error in wrong(item)]


WHOLE = "that the bridge was mined and closed"


def test_what_is_right_is_no_error() -> None:
    assert kinds([gold("1", "Kano", "said", WHOLE)], [found("a", "Kano", "said", WHOLE)]) == []


@pytest.mark.parametrize(
    ("wanted", "given", "kind"),
    [
        (("Kano", "said", WHOLE), None, "cue missed"),
        (("Kano", "said", "that the bridge"), ("Kano", "said", WHOLE), "content: end too wide"),
        (("Kano", "said", WHOLE), ("Kano", "said", "that the bridge"), "content: end too narrow"),
        (("Kano", "said", "was mined and closed"), ("Kano", "said", WHOLE), "content: start too wide"),
        (("Kano", "said", WHOLE), ("Kano", "said", "and closed"), "content: start too narrow"),
        (("Kano", "said", WHOLE), ("Lira", "said", WHOLE), "other source"),
        (("Kano", "said", WHOLE), (None, "said", WHOLE), "source missed"),
        ((None, "said", WHOLE), ("Kano", "said", WHOLE), "source where there is none"),
        (("Kano", "said", WHOLE), ("Kano", "said", "the charge"), "other content"),
    ],
)
def test_each_error_has_its_kind(wanted, given, kind: str) -> None:
    assert kinds([gold("1", *wanted)], [found("a", *given)] if given else []) == [kind]


def test_statements_too_many_are_told_apart() -> None:
    one = gold("1", "Kano", "said", WHOLE)
    right, second = found("a", "Kano", "said", WHOLE), found("b", "Kano", "said", "the charge")
    assert kinds([one], [right, second]) == ["second statement at a cue"]
    assert kinds([one], [right, found("c", "Oru", "left", "the charge")]) == ["cue that reports nothing"]


def test_the_table_counts_kinds_and_shows_some_of_each() -> None:
    errors = [Wrong("cue missed", "t", f"wanted {n} " + "long " * 60, "") for n in range(9)]
    lines = as_text([*errors, Wrong("other source", "t", "w", "f")]).split("\n")
    assert lines[0] == "10 errors (+ marked by hand, - found)"
    assert lines[1] == "    9  cue missed"
    assert [line.strip()[:10] for line in lines[2:6]] == ["+ wanted 0", "+ wanted 2", "+ wanted 4", "+ wanted 6"]
    assert all(len(line) < 180 for line in lines)
    assert lines[6:] == ["    1  other source", "       + w", "       - f"]


def test_reports_belong_to_conflicts_by_their_number() -> None:
    assert [conflict_of(name) for name in ("01.txt", "20.txt", "61.txt", "76.txt")] == [
        "karabakh", "karabakh", "gaza", "donbas",
    ]  # fmt: skip
    assert conflict_of("21.txt") is None
    assert conflict_of("000_ab.txt") is None


def test_a_fold_without_weights_is_refused_and_other_texts_are_left_out(tmp_path: Path) -> None:
    find = finding("conflict", tmp_path)
    assert find(GoldDocument("000_ab.txt", "", ())) is None
    with pytest.raises(ModelError, match=r"gaza: no weights there; make them with `python -m training\.attribution`"):
        find(GoldDocument("61.txt", "", ()))
