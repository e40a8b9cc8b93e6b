from __future__ import annotations

import pytest

from tests.attributing.asked import by, content, cue, only, source
from tests.attributing.conftest import Reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warsaw said that the convoy had turned back.", "that the convoy had turned back"),
        ("The convoy had turned back, Warsaw said.", "The convoy had turned back"),
        ("The convoy, said the Polish interior ministry, had turned back.", "The convoy … had turned back"),
        ("“The convoy turned back,” Warsaw said.", "“The convoy turned back,”"),
        (
            'Warsaw\'s envoy said: "The convoy turned back. Nobody was hurt."',
            '"The convoy turned back. Nobody was hurt."',
        ),
        ("According to the mayor, the bridge is closed.", "the bridge is closed"),
        ("The bridge is closed, according to the mayor of Kherson.", "The bridge is closed"),
        ("The rebels have reportedly left the town.", "The rebels have … left the town"),
        ("Kyiv denied shelling the plant.", "shelling the plant"),
        ("Kyiv accused Moscow of shelling the plant.", "Moscow of shelling the plant"),
        ("Kyiv accused Moscow on Friday of shelling the plant.", "Moscow … of shelling the plant"),
        ("India called the report baseless.", "the report baseless"),
        ("Oman urged both sides to return to the table.", "both sides to return to the table"),
        ("Berlin warned Ankara that the deal would lapse.", "that the deal would lapse"),
        ("Berlin told Ankara about the new talks.", "about the new talks"),
        ("Dili called for an immediate ceasefire.", "an immediate ceasefire"),
        ("The team assessed the craters as caused by mortar rounds.", "the craters as caused by mortar rounds"),
        (
            "The mayor put the number of civilians killed since Sunday at 63.",
            "the number of civilians killed since Sunday … 63",
        ),
        ("The Court directed Juba to refrain from any action.", "to refrain from any action"),
        ("There has been no word from the Chadian military on the figure.", "on the figure"),
        (
            "Lima and Quito blame each other for the raid, the crossing is shut and traders wait.",
            "each other for the raid",
        ),
        (
            "The leader of the movement wrote: Our patience has an end. We demand an inquiry.",
            "Our patience has an end. We demand an inquiry.",
        ),
        (
            "He said that the men, whom he described as thieves, had fled and that two of them were dead.",
            "that the men, whom he described as thieves, had fled and that two of them were dead",
        ),
        ("The airline has given no date for the flights.", "for the flights"),
        ("The raid followed a claim New Delhi did not immediately address.", "a claim"),
        ("In his opinion, the checkpoint had fired on itself.", "the checkpoint had fired on itself"),
        (
            "The town has fallen, the envoy told the Council this afternoon, as speakers clashed over its fate.",
            "The town has fallen",
        ),
        ("The front wrote that the raid, in its words, was staged.", "that the raid, in its words, was staged"),
        ("Doha repeated its demand that the gate be opened.", "that the gate be opened"),
        ("Kyiv renewed its appeal for a truce.", "for a truce"),
        ("It was gathered that the bodies lay at the clinic.", "that the bodies lay at the clinic"),
        ("According to a secret report, dated 9 May, rebels hold the town.", "rebels hold the town"),
        (
            "He said that the dead had been buried while the search was under way.",
            "that the dead had been buried while the search was under way",
        ),
        ("The minister ridiculed the plan, without saying what he would do.", "the plan"),
        ("The envoy voiced concern over the fighting.", "concern over the fighting"),
        ("A spokesman told a radio station his men had left the camp.", "his men had left the camp"),
        (
            "Riyadh insisted later in the day that its jets did not cross the border.",
            "that its jets did not cross the border",
        ),
    ],
)
def test_content_is_what_is_said_and_no_more(told: Reader, text: str, expected: str) -> None:
    assert content(told(text)[0]) == expected


def test_a_second_act_is_a_statement_of_its_own(told: Reader) -> None:
    statements = told("Oslo condemned the raid and urged Juba to free the crew.")
    assert [cue(s) for s in statements] == ["condemned", "urged"]
    assert [content(s) for s in statements] == ["the raid", "Juba to free the crew"]
    assert {source(s) for s in statements} == {"Oslo"}


def test_a_participle_after_a_comma_is_an_act_of_the_same_speaker(told: Reader) -> None:
    statements = told("The ministry said the ship had entered its waters, adding that the crew was safe.")
    assert content(by(statements, "said")) == "the ship had entered its waters"
    assert source(by(statements, "adding")) == "The ministry"


def test_another_voice_after_while_is_left_out(told: Reader) -> None:
    statements = told("Baghdad said the camp was empty, while Ankara said fighters had returned.")
    assert content(statements[0]) == "the camp was empty"
    assert source(statements[1]) == "Ankara"


def test_a_second_clause_of_the_content_stays_in(told: Reader) -> None:
    statement = only(told("The army said two soldiers were killed and three were wounded."))
    assert content(statement) == "two soldiers were killed and three were wounded"


def test_a_remark_that_takes_up_the_content_is_cut_off(told: Reader) -> None:
    statements = told("Ukraine said the gunners fired from the plant, a charge Russia denied.")
    assert content(statements[0]) == "the gunners fired from the plant"
    assert content(by(statements, "denied")) == "a charge"


def test_a_relative_clause_in_another_voice_is_cut_off(told: Reader) -> None:
    statements = told("Baku said its men had answered a raid, which Yerevan called a lie.")
    assert content(statements[0]) == "its men had answered a raid"


def test_the_gap_of_a_phrase_belongs_to_the_content(told: Reader) -> None:
    statement = only(told("The union put its losses at 40 million francs."))
    assert (cue(statement), content(statement)) == ("put … at", "its losses … 40 million francs")


def test_a_relative_clause_round_a_cue_is_the_content(told: Reader) -> None:
    statement = only(told("The six men who, Tehran said, had crossed the river were freed."))
    assert content(statement) == "The six men … had crossed the river"


def test_a_later_quotation_without_cue_joins_the_one_before(told: Reader) -> None:
    statement = only(told('"We are ready," General Diallo said. "The road to Gao is open to everyone."'))
    assert content(statement) == '"We are ready," … "The road to Gao is open to everyone."'


def test_a_quotation_with_a_cue_of_its_own_does_not_join(told: Reader) -> None:
    statements = told('"We are ready," General Diallo said. "The road is open," Bamako\'s mayor replied.')
    assert [content(s) for s in statements] == ['"We are ready,"', '"The road is open,"']


def test_a_dateline_is_no_content_and_no_source(told: Reader) -> None:
    statement = only(told("KHARKIV (Newswire) - Ukraine said the sluice was open."))
    assert source(statement) == "Ukraine"
    assert content(statement) == "the sluice was open"


def test_what_is_dismissed_as_something_is_taken_up(told: Reader) -> None:
    text = "The army said 300 had surrendered, a claim the militia dismissed as a stunt."
    found = next(s for s in told(text) if s.act == "reject")
    assert content(found) == "a claim … as a stunt"


def test_after_the_colon_of_a_denial_a_new_content_begins(told: Reader) -> None:
    text = "The spokesman denied that Bukavu had fallen: the army, he said, controlled the airport."
    said = by(told(text), "said")
    assert content(said) == "the army … controlled the airport"
    assert content(by(told(text), "denied")) == "that Bukavu had fallen"


def test_a_reporting_clause_may_stand_between_subject_and_verb(told: Reader) -> None:
    text = 'Its minister spoke on Monday. Addis Ababa, he told Reuters by text message, had been "rattling sabres".'
    assert content(by(told(text), "told")) == 'Addis Ababa … had been "rattling sabres"'


def test_who_is_called_up_on_a_telephone_is_called_nothing(told: Reader) -> None:
    assert told("The bandits called a community leader, Musa Bello, on Friday.") == ()
    assert content(only(told("The bandits called the governor a liar."))) == "the governor a liar"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'The senator warned that Cairo risks a "repeat of the seventies," referring to the revolt that felled him.',
            'that Cairo risks a "repeat of the seventies,"',
        ),
        ("Baku accused its neighbour of shelling Stepanakert.Church leaders have also prayed.", "of shelling"),
    ],
)
def test_content_ends_at_a_gloss_and_at_a_full_stop_without_a_space(told: Reader, text: str, expected: str) -> None:
    found = content(told(text)[0])
    assert expected in found
    assert found.endswith(('seventies,"', "Stepanakert"))


def test_what_is_rejected_as_something_is_said_with_it(told: Reader) -> None:
    text = 'He named four villages in a report which the envoy dismissed as "a fairy tale".'
    assert content(by(told(text), "dismissed")) == 'a report … as "a fairy tale"'


def test_a_claim_is_dismissed_after_a_comma(told: Reader) -> None:
    statement = by(told("The army said it had taken the bridge, a claim swiftly dismissed by the rebels."), "dismissed")
    assert (content(statement), statement.polarity) == ("a claim", "denies")


def test_another_voice_after_as_ends_what_was_said(told: Reader) -> None:
    statements = told(
        "The president said his rival had walked back on the deal, as Ankara shot back that none existed."
    )
    assert content(by(statements, "said")) == "his rival had walked back on the deal"


def test_a_remark_after_a_dash_is_no_part_of_what_was_said(told: Reader) -> None:
    statement = told("He has said that the party is in league with Asmara — an allegation which its chairman denied.")[
        0
    ]
    assert content(statement) == "that the party is in league with Asmara"


def test_what_a_question_asks_is_not_said(told: Reader) -> None:
    assert not told("Has the army denied the raid?")


def test_who_is_told_does_not_speak(told: Reader) -> None:
    assert not told("The mission was not informed of the reasons for the closure of the road.")


def test_the_noun_by_which_one_says_something_again_is_no_statement_of_its_own(told: Reader) -> None:
    (statement,) = told("Doha repeated its demand that the gate be opened.")
    assert cue(statement) == "repeated its demand"


def test_a_passive_joined_on_is_of_the_same_subject(told: Reader) -> None:
    statements = told("The envoy was criticised by Baku and accused by Seoul of looting.")
    assert content(by(statements, "accused")) == "The envoy … of looting"
