"""What no codebook names is named by the words themselves."""

from __future__ import annotations

from tests.pages import grounded, parties


def test_words_without_article_and_possessive() -> None:
    page = grounded("The two Ghanaian pilots landed. NATO's deputy commander agreed.")
    assert parties(page, "NATO's deputy commander") == ["commander of NATO"] or parties(
        page, "NATO's deputy commander"
    ) == ["deputy commander of NATO"]


def test_each_of_several_owners_is_named() -> None:
    page = grounded("Both Ukrainian and Russian officials denied it.")
    found = next(m for m in page.annotations if m.kind == "description" and m.head.quote == "officials")
    assert [ref.name for ref in page.parties_of(found)] == ["Ukrainian officials", "Russian officials"]
