"""Two parties meant at once."""

from __future__ import annotations

import pytest

from tests.pages import grounded, parties

_CLASH = "Armenia and Azerbaijan traded fire. "


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (_CLASH + "Each blamed the other.", "Each", ["Armenia", "Azerbaijan"]),
        (_CLASH + "Neither gave figures.", "Neither", ["Armenia", "Azerbaijan"]),
        (
            _CLASH + "Both governments agreed.",
            "Both governments",
            ["Government of Armenia", "Government of Azerbaijan"],
        ),
        (
            "Sudan's army and the Rapid Support Forces clashed. Each army says it won.",
            "Each army",
            ["Sudanese Armed Forces", "Rapid Support Forces"],
        ),
    ],
)
def test_words_for_two_mean_both_or_the_body_of_each(text: str, words: str, names: list[str]) -> None:
    assert parties(grounded(text), words) == names


def test_each_other_means_nobody_in_particular() -> None:
    page = grounded(_CLASH + "The neighbours accused each other.")
    assert not [m for m in page.annotations if m.span.quote == "each"]


def test_the_latter_is_the_person_named_last() -> None:
    page = grounded("Italy's foreign minister rang his Turkish colleague. The latter denied it.")
    assert parties(page, "The latter") == ["Minister of Foreign Affairs of Turkey"]


def test_two_ministers_are_those_of_the_two_told_of_together() -> None:
    page = grounded("Washington's envoy spoke to Egypt and Ethiopia. The two foreign ministers agreed.")
    names = [f"Minister of Foreign Affairs of {state}" for state in ("Egypt", "Ethiopia")]
    assert parties(page, "The two foreign ministers") == names


def test_each_side_of_a_rebellion_is_the_state_and_the_rebels() -> None:
    page = grounded("The Philippines wept. Members of the MILF died in the Philippines, and each side cried foul.")
    assert set(parties(page, "each side")) == {"Philippines", "Moro Islamic Liberation Front"}
