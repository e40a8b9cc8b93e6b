from __future__ import annotations

import pytest

from tests.attributing.asked import by, cue, only
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


@pytest.mark.parametrize(
    ("text", "words", "act"),
    [
        ("The two sides traded blame for the raid.", "traded blame", "accuse"),
        ("The general pleaded not guilty to war crimes.", "pleaded not guilty to", "deny"),
        ("The rebels shot down a proposal for monitors.", "shot down", "reject"),
        ("The army accepted responsibility for the strike.", "accepted responsibility for", "confirm"),
        ("Aid groups raised the alarm over hunger in Darfur.", "raised the alarm over", "warn"),
        ("Tehran vowed revenge for the raid.", "vowed revenge", "threaten"),
        ("The cabinet gave the green light to the exchange.", "gave the green light to", "agree"),
        ("The White House referred questions to the Pentagon.", "referred questions to", "comment"),
    ],
)
def test_idioms_are_cues_with_an_act_of_their_own(told: Reader, text: str, words: str, act: str) -> None:
    statement = only(told(text))
    assert (cue(statement), statement.act) == (words, act)


def test_what_only_dresses_an_idiom_belongs_to_it(told: Reader) -> None:
    statement = only(told("Riyadh threw its full weight behind the council."))
    assert cue(statement) == "threw its full weight behind"
    assert [span.quote for span in statement.content] == ["the council"]


def test_names_called_out_and_rebels_shot_down_are_no_speech(told: Reader) -> None:
    assert told("The guards called out names. The rebels shot down a helicopter.") == ()


def test_who_declines_to_be_named_rejects_nothing(told: Reader) -> None:
    statement = only(told("A driver, who declined to be named, said the road was shut."))
    assert cue(statement) == "said"


def test_what_nobody_did_is_negated(told: Reader) -> None:
    assert by(told("Neither the army nor the rebels confirmed the deaths."), "confirmed").negated_act
    assert by(told("No group claimed responsibility for the blast."), "claimed").negated_act
    assert by(told("The mission was unable to corroborate the report."), "corroborate").negated_act


def test_who_did_not_want_to_comment_did_not(told: Reader) -> None:
    statement = only(told("The presidency did not want to comment on the report."))
    assert (statement.act, statement.negated_act) == ("comment", True)
    assert only(told("The ministry has not reacted.")).negated_act
