from __future__ import annotations

import pytest

from standoff.model.clock import PUBLISHED
from tests.attributing.asked import only
from tests.attributing.conftest import Reader


def test_the_day_beside_the_cue_is_when_it_was_said(told: Reader) -> None:
    statement = only(told("Kenya said on Friday that rebels attacked the base on Tuesday.", "2021-05-15"))
    assert statement.said_at is not None
    assert (statement.said_at.earliest, statement.said_at.latest) == ("2021-05-14", "2021-05-14")
    assert statement.said_at_span is not None
    assert statement.said_at_span.quote == "Friday"


def test_a_day_inside_the_content_is_not(told: Reader) -> None:
    said = only(told("Kenya said rebels attacked the base on Tuesday.", "2021-05-15")).said_at
    assert said is not None
    assert said.basis == PUBLISHED


def test_a_report_that_gives_no_day_lends_its_own_and_says_so(told: Reader) -> None:
    said = only(told("Kenya denied the report.", "2021-05-15")).said_at
    assert said is not None
    assert (said.latest, said.basis) == ("2021-05-15", PUBLISHED)


def test_a_report_s_own_date_rests_on_no_words(told: Reader) -> None:
    assert only(told("Kenya denied the report.", "2021-05-15")).said_at_span is None


def test_when_a_speaker_quoted_another_is_left_open(told: Reader) -> None:
    inner = next(s for s in told("Kenya said that Uganda had denied the report.", "2021-05-15") if s.parent)
    assert inner.said_at is None


def test_what_is_added_was_said_on_the_same_day(told: Reader) -> None:
    text = "The minister said on Friday that the road was open. He added that no one had been hurt."
    found = told(text, "2021-05-16")
    assert [s.said_at.latest for s in found if s.said_at] == ["2021-05-14", "2021-05-14"]
    assert [s.said_at_span.quote for s in found if s.said_at_span] == ["Friday", "Friday"]


def test_a_day_between_name_and_verb_belongs_to_the_verb(told: Reader) -> None:
    text = "Hamas on Sunday accused Israel of breaking the truce after a strike killed two, according to medics."
    found = next(s for s in told(text, "2021-05-18") if s.act == "accuse")
    assert found.said_at is not None
    assert found.said_at.earliest == "2021-05-16"


def test_the_day_of_the_paper_is_when_it_was_said(told: Reader) -> None:
    said = only(told("The Kremlin, in a statement on Monday, denied the report.", "2021-05-12")).said_at
    assert said is not None
    assert said.earliest == "2021-05-10"


@pytest.mark.parametrize(
    "text",
    [
        "Thousands rallied in Lima on Monday, demanding new elections.",
        "Farmers gathered in Lima on Monday to demand new elections.",
        "Her office on Monday issued a statement defending the raid.",
        "The president reacted on Monday by blaming Togo for the raid.",
    ],
)
def test_what_goes_with_a_deed_was_said_when_it_was_done(told: Reader, text: str) -> None:
    said = told(text, "2021-05-12")[-1].said_at
    assert said is not None
    assert said.earliest == "2021-05-10"


def test_what_one_does_after_saying_has_a_time_of_its_own(told: Reader) -> None:
    said = only(told("After claiming that Togo was beaten, the president fled on Monday.", "2021-05-12")).said_at
    assert said is not None
    assert said.basis == PUBLISHED
