from __future__ import annotations

import pytest

from tests.attributing.asked import content, cue, only, source
from tests.attributing.conftest import Reader


def test_a_name_with_a_colon_speaks(told: Reader) -> None:
    statement = only(told("UN: shells hit migrant centre in Zawiya"))
    assert (source(statement), content(statement)) == ("UN", "shells hit migrant centre in Zawiya")


def test_a_place_in_capitals_before_a_report_does_not(told: Reader) -> None:
    assert not told("NAIROBI: Shells hit a market on Monday.")


def test_a_heading_in_quotation_marks_is_somebodys_words(told: Reader) -> None:
    found = told("Talks stalled on Monday.\n\n'Ready to protect our land'\n\nThe road stayed shut.")
    assert [(source(s), cue(s), content(s)) for s in found] == [(None, "", "'Ready to protect our land'")]


@pytest.mark.parametrize("word", ["recognised", "recognized"])
def test_a_view_that_all_hold_is_nobodys_alone(told: Reader, word: str) -> None:
    statement = only(told(f"The enclave is internationally {word} as part of Georgia."))
    assert (source(statement), statement.act) == ("internationally", "recognise")
    assert content(statement) == "as part of Georgia"


def test_a_label_may_tell_where_it_was_said(told: Reader) -> None:
    statement = only(told('Gov Idris (on X): "Every child will come back."'))
    assert (source(statement), content(statement)) == ("Gov Idris", '"Every child will come back."')


def test_a_label_says_where_somebody_speaks(told: Reader) -> None:
    statement = told('Zelensky in the evening address: "We are waiting for the decision of our partners."')[0]
    assert source(statement) == "Zelensky"


def test_a_place_that_only_heads_a_headline_does_not_speak(told: Reader) -> None:
    assert ":" not in {cue(one) for one in told("Cabo Delgado: Governor asks for calm, group speaks of 30 dead")}
