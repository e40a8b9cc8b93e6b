from __future__ import annotations

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.reading.credits import find_credit, glued_credit, is_byline, is_name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("AFP", ["AFP"]),
        ("With AFP ", ["AFP"]),
        ("Bloomberg News", ["Bloomberg News"]),
        ("(Reuters/AP)", ["Reuters", "Associated Press"]),
        ("Source: TASS", ["TASS"]),
        ("– Anadolu Agency", ["Anadolu Agency"]),
        ("With Sahel Wire", ["Sahel Wire"]),
        ("AFP and agencies", ["AFP"]),
        ("Agencies", []),
    ],
)
def test_a_line_that_only_credits(publishers: PublisherBook, line: str, names: list[str]) -> None:
    found = find_credit(line, publishers)
    assert found is not None
    assert [publisher.name for publisher in found.publishers] == names


@pytest.mark.parametrize(
    "line", ["AFP reported it first.", "According to Bloomberg:", "The Kremlin", "United Nations", "Border Post", ""]
)
def test_other_lines_credit_nobody(publishers: PublisherBook, line: str) -> None:
    assert find_credit(line, publishers) is None


def test_a_credit_glued_to_the_last_sentence(publishers: PublisherBook) -> None:
    text = "The talks failed. Both sides blamed each other. Bloomberg News"
    assert text[glued_credit(text, publishers) :] == "Bloomberg News"
    text = "The talks failed. Writers Ana Petrova in Kyiv and John Roe in Moscow contributed to this report."
    assert text[glued_credit(text, publishers) :].startswith("Writers")
    assert glued_credit("The talks failed. Nobody came.", publishers) is None


def test_bylines_and_names() -> None:
    assert is_byline("By Ana Petrova, Special to The Example")
    assert not is_byline("By Tuesday the town was empty")
    assert not is_byline("By then, it was over.")
    assert is_name("Ana Petrova")
    assert not is_name("Ana petrova said")
