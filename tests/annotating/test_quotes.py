"""Quotations are marked in every style, nested or left open, in linear time."""

from __future__ import annotations

import pytest

from standoff.annotating.quotes import mark_quotations
from tests.pages import document


def quotes(text: str) -> list[tuple[str, object, object]]:
    return [(m.span.quote, m.attributes["level"], m.attributes["closed"]) for m in mark_quotations(document(text))]


@pytest.mark.parametrize(
    "quote",
    ['"We hold the ridge,"', "“We hold the ridge,”", "«We hold the ridge»", "„We hold the ridge“", "‘We hold it,’"],
)
def test_marks_each_style(quote: str) -> None:
    assert quotes(f"{quote} the brigade said.") == [(quote, 0, True)]


def test_british_style_keeps_contractions_and_possessives() -> None:
    assert quotes("'We don't want Mali's war,' he said.") == [("'We don't want Mali's war,'", 0, True)]


def test_apostrophes_open_nothing() -> None:
    assert quotes("The soldiers' families fled in the '90s and didn't return.") == []


def test_nested_quotation_has_level_one() -> None:
    found = quotes("“They shouted ‘leave now’ at us,” she said.")
    assert found == [("“They shouted ‘leave now’ at us,”", 0, True), ("‘leave now’", 1, True)]


def test_quotation_over_paragraphs_is_unclosed_then_continued() -> None:
    marks = mark_quotations(document("He said: “We fired first.\n“Then they answered.”\nNobody moved."))
    assert [m.span.quote for m in marks] == ["“We fired first.", "“Then they answered.”"]
    assert [m.attributes["closed"] for m in marks] == [False, True]
    assert [m.attributes["continued"] for m in marks] == [False, True]


def test_a_million_stray_marks_are_survived() -> None:
    text = "“«„‘" * 50_000 + "»”" * 50_000
    assert len(mark_quotations(document(text))) <= len(text)
