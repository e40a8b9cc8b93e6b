"""The automaton finds whole names only, the longest one."""

from __future__ import annotations

import pytest

from standoff.codebook.names import plural
from tests.pages import codebook

NAMES = codebook().parties.names


def found(text: str) -> list[str]:
    return [text[hit.start : hit.stop] for hit in NAMES.hits(text)]


def test_longest_whole_names() -> None:
    assert found("Nigerians met the UN Security Council in Niamey.") == ["Nigerians", "UN Security Council", "Niamey"]


def test_part_of_a_word_is_no_name() -> None:
    assert found("Malice and Iranology") == []


def test_headlines_in_capitals() -> None:
    assert found("PAKISTAN DENIES STRIKE") == ["PAKISTAN"]


def test_curly_apostrophes() -> None:
    assert found("Donetsk People’s Republic") == ["Donetsk People’s Republic"]


@pytest.mark.parametrize(
    ("one", "many"), [("Frenchman", "Frenchmen"), ("Japanese", "Japanese"), ("Dane", "Danes"), ("Swiss", "Swiss")]
)
def test_plural_of_peoples(one: str, many: str) -> None:
    assert plural(one) == many
