"""A role is tied to the name whose title or apposition it is, whatever ranks and areas stand between."""

from __future__ import annotations

import pytest

from tests.pages import annotated, mark


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Army spokesman Lt. Col. John Roe denied it.", "John Roe"),
        ("The governor of Kherson region Jane Roe denied it.", "Jane Roe"),
        ("The head of the Relief Committee (RC) Jane Roe denied it.", "Jane Roe"),
    ],
)
def test_what_stands_before_a_name_is_its_title(text: str, name: str) -> None:
    page = annotated(text)
    assert mark(page, name).attributes["title"]


def test_a_role_after_a_comma_is_the_person_before_it() -> None:
    page = annotated("Jane Roe, a spokeswoman for the ministry, denied it.")
    assert mark(page, "spokeswoman").attributes["same_as"] == mark(page, "Jane Roe").id


def test_an_argument_of_a_verb_is_nobodys_apposition() -> None:
    page = annotated("According to Jane Roe, the president left the capital.")
    assert mark(page, "president").attributes["same_as"] is None
