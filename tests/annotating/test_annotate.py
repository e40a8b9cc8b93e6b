"""Annotating lays names, descriptions, pronouns, times, quantities and quotations over one text."""

from __future__ import annotations

from tests.pages import annotated

TEXT = "“We lost 12 soldiers on Monday,” Kenya's defence ministry said. It gave no names."


def test_every_kind_is_marked() -> None:
    page = annotated(TEXT, "2024-05-06")
    assert {m.kind for m in page.annotations} >= {"name", "description", "pronoun", "time", "quantity", "quotation"}


def test_marks_are_in_text_order_and_quote_the_text() -> None:
    page = annotated(TEXT, "2024-05-06")
    assert [m.span.start for m in page.annotations] == sorted(m.span.start for m in page.annotations)
    assert all(TEXT[m.span.start : m.span.stop] == m.span.quote for m in page.annotations)


def test_ids_are_unique() -> None:
    page = annotated(TEXT, "2024-05-06")
    assert len({m.id for m in page.annotations}) == len(page.annotations)
