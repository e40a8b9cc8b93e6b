"""Anaphoric nouns point back by the kind they stand for."""

from __future__ import annotations

import pytest

from tests.pages import grounded, parties, principal


def test_the_bloc_is_an_international_body() -> None:
    page = grounded("ECOWAS met Reuters reporters. The bloc threatened Niger with force.")
    assert parties(page, "The bloc") == ["ECOWAS"]


def test_the_minister_is_who_was_called_so() -> None:
    page = grounded("Interior Minister Awa Diallo of Guinea resigned. The minister gave no reason.")
    assert parties(page, "The minister") == ["Awa Diallo"]


def test_a_speaker_calls_his_own_country_the_country() -> None:
    page = grounded("Ukraine agreed. Sandu announced that the country had agreed too.", "2023-01-05")
    assert parties(page, "the country") == ["Moldova"]


def test_both_sides_of_a_headline_are_named_later() -> None:
    page = grounded("Both sides claim victory\n\nEthiopia and Eritrea fought. Ethiopia lost men. Eritrea lost more.")
    assert set(parties(page, "Both sides")) == {"Ethiopia", "Eritrea"}


def test_indefinite_nouns_point_at_nothing() -> None:
    assert parties(grounded("Hamas agreed. A group disagreed."), "A group") == []


def test_the_militia_is_the_armed_group_spoken_of() -> None:
    page = grounded("Fano denied it. The army said 300 had surrendered, which the militia called a lie.")
    assert parties(page, "the militia") == ["Fano"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Mali fights Tuareg rebels. Algeria, which brokered a deal, urged both sides to talk.",
            ["Mali", "Tuareg rebels"],
        ),
        ("Sudan's army and the RSF agreed a truce. Chad said both sides broke it.", ["Sudan", "Rapid Support Forces"]),
        ("Chad accused Libya of firing. Russian envoy Yuri Belov called on both sides to talk.", ["Chad", "Libya"]),
    ],
)
def test_both_sides_are_those_at_odds_and_not_who_speaks_to_them(text: str, named: list[str]) -> None:
    assert parties(grounded(text), "both sides") == named


def test_the_neighbouring_country_is_not_the_speaker_s_own() -> None:
    page = grounded("Serbia denies it. Kosovo's president, Vjosa Osmani, accused the neighbouring country.")
    assert parties(page, "the neighbouring country") == ["Serbia"]


def test_the_paramilitary_group_is_no_division_of_the_army() -> None:
    page = grounded(
        "The RSF shelled the town. The Sudanese army's 6th Infantry Division counted 9 dead. "
        "The minister accused the paramilitary group of murder."
    )
    assert parties(page, "the paramilitary group") == ["Rapid Support Forces"]


def test_the_group_is_who_was_called_so_before() -> None:
    page = grounded(
        "Al-Shabaab attacked the base and the militant group claimed the town. Local Ma'awisley forces held it. "
        "The group said so."
    )
    assert parties(page, "The group") == ["al-Shabaab"]


def test_the_ministry_may_be_one_that_only_the_text_knows() -> None:
    page = grounded("The Ministry of Peshmerga Affairs counted two dead. The ministry said so.")
    assert parties(page, "The ministry") == ["Ministry of Peshmerga Affairs"]


def test_our_country_in_a_quotation_is_the_speaker_s() -> None:
    page = grounded('Serbia denied it. "They are attacking our state," Albin Kurti of Kosovo wrote.')
    assert parties(page, "our state") == ["Kosovo"]
    page = grounded('Gaza burned. "Our troops returned fire," IDF spokesman John Roe said.')
    assert parties(page, "Our troops") == ["Israel Defense Forces"]


def test_the_gang_is_no_office_of_the_united_nations() -> None:
    page = grounded("OHCHR said the Gran Grif gang burned the town. OHCHR counted 70 dead. The gang's chief denied it.")
    assert parties(page, "The gang") == ["Gran Grif"]


def test_the_group_is_no_union_of_states() -> None:
    page = grounded("The Security Council demanded that the Houthis free the crew. The group vowed to go on.")
    assert parties(page, "The group") == ["Houthis"]


def test_the_group_is_rather_who_led_the_sentence_before() -> None:
    page = grounded(
        "The office counted the dead since the group's return. Human Rights Watch said soldiers did it. "
        "The group had written to the army."
    )
    assert parties(page, "The group") == ["Human Rights Watch"]


def test_his_ministry_is_the_one_he_heads() -> None:
    page = grounded(
        "Iran's foreign minister Abbas Araghchi wrote a letter. His ministry later gave figures.", "2025-06-24"
    )
    assert parties(page, "His ministry") == ["Ministry of Foreign Affairs of Iran"]


def test_the_two_are_the_pair_told_of_just_before() -> None:
    page = grounded("Norway and Qatar met the rebels. According to a diplomat, the two promised not to use force.")
    assert parties(page, "the two") == ["Norway", "Qatar"]


def test_a_word_for_a_calling_points_back_at_who_led_the_sentence() -> None:
    page = grounded("Envoy Maria Santos criticised the raid on Friday. The diplomat said she had been misled.")
    assert parties(page, "The diplomat") == ["Maria Santos"]


def test_a_group_under_a_name_that_nobody_knows_is_no_other() -> None:
    page = grounded("The Committee on Village Unity blamed the Meitei side. The Zomiru group denied the charge.")
    assert parties(page, "The Zomiru group") in ([], ["Zomiru group"])


def test_what_a_rally_is_told_of_the_country_is_of_the_speaker_s() -> None:
    page = grounded(
        "Caracas claims it. Venezuela fired. President Irfaan Ali told a rally the country would not be bullied.",
        "2024-05-01",
    )
    assert parties(page, "the country") == ["Guyana"]


def test_another_state_s_ministry_is_the_same_one() -> None:
    page = grounded("Azerbaijan's Ministry of Defence says units fired. The Armenian ministry refuted the report.")
    assert parties(page, "The Armenian ministry") == ["Ministry of Defence of Armenia"]


def test_a_mission_is_no_police_of_a_state() -> None:
    page = grounded("A Kenyan police officer is missing, the Kenya-led mission said. The mission is searching.")
    assert parties(page, "The mission") == ["Kenya-led mission"]


def test_the_breakaway_region_is_the_unrecognised_state() -> None:
    page = grounded("Moldova rebuked Transnistria on Monday. The breakaway region wrote to Moldova.")
    assert parties(page, "The breakaway region") == ["Transnistria"]


def test_a_body_that_the_text_has_not_named_is_not_the_one_named_last() -> None:
    page = grounded("RIA Novosti filmed it. The refugee agency counted 300 people.")
    assert not [ref for m in page.annotations if m.span.quote == "The refugee agency" for ref in page.parties_of(m)]


def test_an_official_of_a_body_named_before_is_of_that_body() -> None:
    page = grounded("The CSTO met. A bloc spokesman said no request came.")
    assert principal(page, "A bloc spokesman") == "Collective Security Treaty Organization"


def test_a_ministry_charged_with_something_else_is_another_one() -> None:
    page = grounded("Sudan's foreign ministry was silent. Sudan waited. Its water ministry spoke.")
    assert parties(page, "Its water ministry") == ["ministry of Sudan"]


def test_the_former_is_the_first_of_two_and_the_latter_the_last() -> None:
    page = grounded(
        "Senegal and Gambia met. Both governments agreed to a patrol. The former has since sent boats, and it rained."
    )
    assert parties(page, "The former") == ["Government of Senegal"]
    page = grounded("Ann Roe met Bob Lane in Rome. The latter said nothing. The former laughed.")
    assert parties(page, "The latter") == ["Bob Lane"]


def test_a_rank_means_who_led_the_sentence_before() -> None:
    page = grounded(
        "Chief of Staff Omar Kahn said that shots fell on Sunday. Vladimir Orr, Venezuela's defence minister,"
        " denied it. The general said a patrol had been ambushed."
    )
    assert parties(page, "The general") == ["Vladimir Orr"]


def test_people_told_of_once_are_meant_again_with_the_article_alone() -> None:
    page = grounded("Two maritime security sources said a ship sank. The sources said six men had swum ashore.")
    assert parties(page, "The sources") == ["maritime security sources"]
    page = grounded("A girl told several witnesses of it. Witnesses said that trucks came.")
    assert parties(page, "Witnesses") == ["Witnesses"]


def test_an_association_of_somebody_nobody_knows_is_that_of_this_text() -> None:
    page = grounded("Chad's army fired. A local miners' association counted two dead. The association wept.")
    assert parties(page, "A local miners' association") == ["local miners' association"]


def test_the_party_is_the_body_of_this_text_that_spoke_just_now() -> None:
    page = grounded("AKEL accused the cabinet of sleep. The party's treasurer asked why nobody had read the letter.")
    assert parties(page, "The party") == ["AKEL"]


def test_the_ministry_is_that_of_the_minister_who_led_the_sentence_before() -> None:
    page = grounded("In New Delhi, Home Minister Ravi Orr met his generals. The ministry said that it was calm.")
    assert principal(page, "The ministry") == "India"


def test_the_commission_is_that_of_the_union_that_the_text_names() -> None:
    page = grounded("The EU sent a note on Monday. A day later the Commission said that four ships had sunk.")
    assert parties(page, "the Commission") == ["European Commission"]


def test_no_network_is_a_gang() -> None:
    page = grounded("A video appeared on WhatsApp. In it a gang leader claimed the raid.")
    assert principal(page, "a gang leader") is None
