from __future__ import annotations

import pytest

from standoff.attributing.acts import words_alike
from standoff.codebook.acts import ActBook
from tests.attributing.conftest import Reader


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ("Rwanda denied arming the rebels.", "deny", "denies"),
        ("Rwanda accused its neighbour of arming the rebels.", "accuse", "asserts"),
        ("Qatar urged both sides to stop.", "urge", "open"),
        ("Protesters demanded that the mayor resign.", "demand", "open"),
        ("Moscow confirmed the loss of two jets.", "confirm", "asserts"),
        ("The rebels threatened to shut the pipeline.", "threaten", "open"),
        ("The army pledged to leave by dawn.", "promise", "open"),
        ("Norway offered to host the talks.", "offer", "open"),
        ("France expressed its solidarity with Niger.", "support", "asserts"),
        ("The envoy voiced concern over the fighting.", "concern", "asserts"),
        ("Riyadh insisted that its troops did not shell the village.", "deny", "denies"),
        ("The ministers discussed the situation.", "contact", "open"),
        ("Nairobi said the claims were completely unfounded.", "deny", "denies"),
        ("The envoy said she was following the talks.", "comment", "open"),
        ("Ghana said it was committed to easing tensions.", "promise", "open"),
        ("Pakistan said two soldiers died.", "inform", "asserts"),
    ],
)
def test_the_cue_and_what_is_said_make_the_act(told: Reader, text: str, act: str, polarity: str) -> None:
    statement = told(text)[0]
    assert (statement.act, statement.polarity) == (act, polarity)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('"We condemn the attack on the convoy," the foreign minister of Kenya said.', "criticise"),
        ('"I urge the parties to return to the table," the secretary-general said.', "urge"),
        ('"We call on both sides to stop the fighting," the envoy said.', "urge"),
        ('"We reject the ultimatum," the rebels\' spokesman said.', "reject"),
        ('"We regret the decision," the minister said.', "criticise"),
        ("Manila said it was grateful to Japan for the patrol boats.", "thank"),
        ("Norway said it was outraged at the expulsion of its diplomats.", "criticise"),
        ("Oman said it was ready to host the talks.", "offer"),
        ('"I am alarmed by the reports from the camps," the high commissioner said.', "concern"),
    ],
)
def test_what_is_done_by_saying_it_is_the_act(told: Reader, text: str, act: str) -> None:
    assert told(text)[0].act == act


def test_what_was_done_or_is_not_done_is_told(told: Reader) -> None:
    assert told('"We urged both sides to stop on Monday," the envoy said.')[0].act == "inform"
    assert told('"We do not accuse anybody," the envoy said.')[0].act != "accuse"


def test_who_tells_of_harm_of_his_own_charges_nobody(told: Reader) -> None:
    assert told("Iran said it had shot down three drones over the gulf.")[0].act in ("inform", "assert")
    assert told("Iran said Israel had shot dead three fishermen in the gulf.")[0].act == "accuse"


def test_what_others_must_do_is_no_report(told: Reader) -> None:
    statement = told("Macron said that the troops must withdraw at once.")[0]
    assert statement.act in ("demand", "urge")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the road was open.", "indirect"),
        ('The mayor said the road was "wide open".', "mixed"),
        ('"The road is open," the mayor said.', "direct"),
        ('The mayor denounced "a farce".', "mixed"),
        ('The mayor said "a road is a road".', "direct"),
    ],
)
def test_directness_is_how_much_stands_in_quotation_marks(told: Reader, text: str, expected: str) -> None:
    assert told(text)[0].directness == expected


def test_a_hedge_is_in_the_words(told: Reader) -> None:
    assert told("The army said a soldier may have been captured.")[0].hedge
    assert told("The army hinted that a soldier was captured.")[0].hedge
    assert not told("The army said a soldier was captured.")[0].hedge
    assert not told("The army said a soldier was captured on 3 May.")[0].hedge


def test_a_score_explains_itself(told: Reader) -> None:
    statement = told("Riyadh insisted that its troops did not shell the village.")[0]
    assert 0.0 <= statement.score <= 1.0
    assert statement.features["rule:deny"] == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "The marshal called Rabat's version of events completely untrue.",
        '"Such reports are fabricated by the press," the marshal said.',
        "The marshal rubbished the claims of a retreat.",
    ],
)
def test_calling_a_claim_untrue_denies_it(told: Reader, text: str) -> None:
    assert told(text)[0].polarity == "denies"


def test_the_words_of_a_content_weigh_as_the_mean_of_what_their_kin_do() -> None:
    book = ActBook(column={"accuse": 0, "inform": 1}, alike={"raid": (2.0, 0.0)})
    assert words_alike(["word:raid", "word:qqqq", "act:inform"], book) == (1.0, 0.0)
    assert words_alike(["act:inform"], book) == (0.0, 0.0)
