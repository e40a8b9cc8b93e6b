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
        "Quito would neither confirm nor deny the raid.",
    ],
)
def test_silence_is_an_act_denied(told: Reader, text: str) -> None:
    statement = only(told(text))
    assert statement.negated_act
    assert statement.polarity == "open"


def test_adjectives_made_of_reporting_words_are_no_cues(told: Reader) -> None:
    assert told("The reported raid and the proposed talks were off.") == ()
