from __future__ import annotations

import pytest

from tests.attributing.asked import cue, only
from tests.attributing.conftest import Reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quito did not ask for help.", "did not ask"),
        ("Quito has rejected the plan.", "has rejected"),
        ("Quito turned down the plan.", "turned down"),
        ("Quito ruled out a truce.", "ruled out"),
        ("The generals are said to be in hiding.", "are said"),
    ],
)
def test_a_cue_has_its_auxiliaries_particle_and_negation(told: Reader, text: str, expected: str) -> None:
    assert cue(only(told(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The White House declined to comment on the report.",
        "Quito did not mention any prisoners.",
        "Quito has yet to comment on the raid.",
        "Quito would neither confirm nor deny the raid.",
    ],
)
def test_silence_is_an_act_denied(told: Reader, text: str) -> None:
    statement = only(told(text))
    assert statement.negated_act
    assert statement.polarity == "open"


def test_adjectives_made_of_reporting_words_are_no_cues(told: Reader) -> None:
    assert told("The reported raid and the proposed talks were off.") == ()


def test_what_is_done_without_is_negated(told: Reader) -> None:
    statements = told("The navy said it had sunk two boats, without providing evidence.")
    assert [s.negated_act for s in statements] == [False, True]


def test_a_headline_shares_its_first_subject(told: Reader) -> None:
    statements = told("Houthis claim attack on tanker, deny targeting Saudi vessel", "2025-08-30")
    assert {s.source.span.quote for s in statements if s.source.span} == {"Houthis"}
