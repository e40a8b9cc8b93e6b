from __future__ import annotations

import pytest

from tests.attributing.asked import by, content, cue, only, source
from tests.attributing.conftest import Reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Ana Brnabić, who was in Niš, said the road was open.", "Prime Minister Ana Brnabić"),
        ("The soldier was accused by the court of looting.", "the court"),
        ("The talks failed, said the country's foreign ministry.", "the country's foreign ministry"),
        ("The road is open, says Tiraspol.", "Tiraspol"),
        (
            "Israel and Hamas, the Islamist group, accused each other of firing first.",
            "Israel and Hamas, the Islamist group",
        ),
        ("The minister, Li Wei, a former general, denied the claim.", "The minister, Li Wei, a former general"),
        ("He met President Sall, who stressed the importance of calm.", "President Sall"),
    ],
)
def test_a_source_is_a_noun_phrase_without_relative_clauses(told: Reader, text: str, expected: str) -> None:
    assert source(told(text)[0]) == expected


def test_hearsay_has_no_source(told: Reader) -> None:
    statement = only(told("The general is said to have fled the capital."))
    assert (source(statement), statement.act, statement.hedge) == (None, "hearsay", True)
    assert statement.source.refs == ()


def test_events_and_things_do_not_speak(told: Reader) -> None:
    assert told("The attack claimed five lives.") == ()
    assert told("Nobody said that the road was open.") == ()


def test_what_could_be_said_was_not_said(told: Reader) -> None:
    assert told("The government may announce that the camp will close.") == ()
    assert told("The minister wants the camp to close.") == ()


def test_a_source_that_asks_not_to_be_named_says_nothing_by_that(told: Reader) -> None:
    statements = told("An officer, who asked not to be named, said the road was open.")
    assert [cue(s) for s in statements] == ["said"]


def test_a_paper_speaks_for_who_issued_it(told: Reader) -> None:
    statements = told("Kenya's foreign ministry issued a statement denying the claims.")
    assert source(by(statements, "denying")) == "Kenya's foreign ministry"


def test_a_clause_before_a_colon_is_no_dateline(told: Reader) -> None:
    statement = told('A camp elder denied reports of a raid at Kutum: "The market was open all week."')[0]
    assert source(statement) == "A camp elder"


def test_a_name_misread_for_a_plain_word_speaks(told: Reader) -> None:
    found = told('"Our men held the bridge and pulled back," Long said, adding that the road has since opened.')
    assert [(source(s), cue(s)) for s in found] == [("Long", "said"), ("Long", "adding")]


def test_a_name_is_whole_round_its_hyphen(told: Reader) -> None:
    text = "The inquiry, led by Gen. (ret.) Amos Bar-Shalom, concluded on Friday that the crew had seen the flag."
    assert source(by(told(text), "concluded")) in ("Amos Bar-Shalom", "The inquiry")


def test_a_place_before_a_dash_is_no_part_of_what_is_said(told: Reader) -> None:
    statement = only(told("Rabat – Algiers wants talks, its envoy said."))
    assert [span.quote for span in statement.content] == ["Algiers wants talks"]
    assert source(only(told("Rabat – a host of the talks – denied the charge."))) is not None


def test_who_signs_a_joint_statement_speaks(told: Reader) -> None:
    statement = only(
        told("In a joint statement, Britain, France and Germany, known as the E3, called on Iran to cooperate.")
    )
    assert source(statement) == "Britain, France and Germany"
    assert {ref.state for ref in statement.source.refs} == {"GBR", "FRA", "DEU"}


def test_a_paper_speaks_for_whom_it_is_said_to_be_by(told: Reader) -> None:
    text = "The ministry notes the statement of the African Union calling for restraint."
    assert source(by(told(text), "calling for")) == "the African Union"


def test_a_claim_is_of_whom_made_it(told: Reader) -> None:
    assert source(only(told("The claim made by Baku that its troops were fired on is false."))) == "Baku"


def test_who_complained_and_asked_is_one(told: Reader) -> None:
    assert source(by(told("The envoy complained about the delay and asked for time."), "asked")) == "The envoy"


def test_a_subject_hung_on_the_auxiliary_speaks(told: Reader) -> None:
    text = "He recalled that the Congolese President had in 2023 threatened to march on Kigali."
    assert source(by(told(text), "threatened")) == "the Congolese President"


def test_a_people_stands_behind_a_noun_of_saying(told: Reader) -> None:
    statements = told("Kyiv rejected Russian claims that the town had fallen.")
    assert [(source(s), content(s)) for s in statements] == [
        ("Kyiv", "Russian claims that the town had fallen"),
        ("Russian", "that the town had fallen"),
    ]
    assert statements[1].parent == statements[0].id
