"""Mentions are grounded to parties: names, metonyms, offices with dates, descriptions."""

from __future__ import annotations

import pytest

from tests.pages import grounded, laid_out, parties, principal


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Nikol Pashinian", "Nikol Pashinyan"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
        ("Ilham Aliev", "Ilham Aliyev"),
        ("Mohammed Hamdan Dagalo", "Mohamed Hamdan Dagalo"),
        ("Antonio Guterres", "António Guterres"),
    ],
)
def test_transliterations_are_one_person(words: str, name: str) -> None:
    assert parties(grounded(f"{words} spoke on Friday."), words) == [name]


def test_state_bodies_are_composed_in_every_wording() -> None:
    page = grounded(
        "Chad's foreign ministry agreed. The Ministry of Defence of Chad did not. "
        "The Chadian interior ministry was silent."
    )
    assert parties(page, "Chad's foreign ministry") == ["Ministry of Foreign Affairs of Chad"]
    assert parties(page, "The Ministry of Defence of Chad") == ["Ministry of Defence of Chad"]
    assert parties(page, "The Chadian interior ministry") == ["Ministry of Internal Affairs of Chad"]
    assert principal(page, "Chad's foreign ministry") == "Chad"


def test_well_known_bodies_keep_their_names() -> None:
    page = grounded("The Israeli army fired. The Pentagon knew.")
    assert parties(page, "Israeli army") + parties(page, "Pentagon") == [
        "Israel Defense Forces",
        "US Department of Defense",
    ]


def test_capital_acts_as_its_state_but_is_a_place_where_something_is() -> None:
    page = grounded("Khartoum rejected the offer. Talks were held in Khartoum.")
    assert parties(page, "Khartoum") == ["Sudan"]
    assert parties(page, "Khartoum", 1) == []


def test_ministry_speaks_where_its_capital_is_named() -> None:
    page = grounded("Uganda sent troops. The Foreign Ministry said in Kigali that it knew nothing.")
    assert parties(page, "The Foreign Ministry") == ["Ministry of Foreign Affairs of Rwanda"]


def test_office_is_its_holder_on_the_day() -> None:
    text = "The Russian president called the French president."
    assert parties(grounded(text, "2021-05-14"), "The Russian president") == ["Vladimir Putin"]
    assert parties(grounded(text, "2016-05-14"), "the French president") == ["François Hollande"]


def test_office_without_a_day_stays_an_office() -> None:
    assert parties(grounded("The Kenyan president left."), "The Kenyan president") == ["President of Kenya"]


def test_office_after_what_the_book_knows_stays_an_office() -> None:
    assert parties(grounded("The French president left.", "2031-01-01"), "The French president") == [
        "President of France"
    ]


def test_leader_is_whoever_leads_that_state() -> None:
    page = grounded("Israel's leader and Egypt's leader met.", "2024-02-01")
    assert parties(page, "Israel's leader") == ["Benjamin Netanyahu"]
    assert parties(page, "Egypt's leader") == ["Abdel Fattah el-Sisi"]


def test_office_of_a_person() -> None:
    page = grounded("Macron spoke to reporters. His office gave no details.", "2022-02-01")
    assert parties(page, "His office") == ["Office of the President of France"]
    assert principal(page, "His office") == "France"


def test_unknown_person_is_of_the_state_in_the_title() -> None:
    page = grounded("Malian deputy interior minister Oumar Diallo resigned. Diallo gave no reason.")
    assert parties(page, "Diallo") == ["Oumar Diallo"]
    assert principal(page, "Diallo") == "Mali"


def test_unknown_person_in_apposition() -> None:
    page = grounded("Anne Dorval, a spokeswoman for UNHCR, said so.")
    assert parties(page, "Anne Dorval") == ["Anne Dorval"]
    assert principal(page, "Anne Dorval") == "United Nations"


def test_the_country_and_its_neighbour() -> None:
    page = grounded("Eritrea accused Ethiopia. The country's army stood ready. It would not attack its neighbour.")
    assert parties(page, "The country's army") == ["Eritrean Defence Forces"]
    assert parties(page, "its neighbour") == ["Ethiopia"]


def test_both_sides_are_the_two_parties() -> None:
    page = grounded("Thailand accused Cambodia of shelling. Both countries closed the border.")
    assert parties(page, "Both countries") == ["Thailand", "Cambodia"]


def test_the_two_are_the_persons_just_named() -> None:
    page = grounded("Putin spoke with Macron by phone. The two agreed to meet.", "2021-11-01")
    assert parties(page, "The two") == ["Vladimir Putin", "Emmanuel Macron"]


def test_the_ministry_is_the_one_mentioned_last() -> None:
    page = grounded("Pakistan's foreign ministry protested. India ignored it. The ministry repeated its protest.")
    assert parties(page, "The ministry") == ["Ministry of Foreign Affairs of Pakistan"]


def test_the_rebels_are_the_group_named_before() -> None:
    page = grounded("M23 took Goma. The army withdrew. The rebels denied looting.")
    assert parties(page, "The rebels") == ["M23"]


def test_armed_wing_of_a_movement() -> None:
    page = grounded("The military wing of Hamas said so.")
    assert parties(page, "The military wing of Hamas") == ["Ezzedeen al-Qassam Brigades"]


def test_several_owners_make_several_parties() -> None:
    page = grounded("Serbian and Kosovar officials met in Ohrid.")
    found = next(m for m in page.annotations if m.kind == "description" and m.head.quote == "officials")
    assert [ref.state for ref in page.parties_of(found)] == ["SRB", "XKX"]


def test_nobody_is_invented() -> None:
    page = grounded("Soldiers came. He left.")
    assert all(not ref.party for marks in page.annotations for ref in page.parties_of(marks))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Two soldiers died in Kashmir, PTI reported.", "PTI", "Press Trust of India"),
        ("Imran Khan's PTI called a strike.", "PTI", "Pakistan Tehreek-e-Insaf"),
        ("The African Union Commission condemned the coup.", "African Union Commission", "African Union Commission"),
    ],
)
def test_a_name_shared_with_an_outlet_is_the_outlet_where_it_reports(text: str, words: str, name: str) -> None:
    assert parties(grounded(text), words) == [name]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Ghana wrote to the tribunal. The court's president urged calm.",
            "The court's president",
            "court's president",
        ),
        (
            "The European Union's monitoring mission said that it saw no troops.",
            "The European Union's monitoring mission",
            "monitoring mission of European Union",
        ),
        ("The Hafiz Gul faction of the militia claimed the raid.", "The Hafiz Gul faction", "Hafiz Gul faction"),
    ],
)
def test_a_part_of_a_body_is_not_the_body_nor_the_state_in_focus(text: str, words: str, name: str) -> None:
    assert parties(grounded(text), words) == [name]


def test_a_state_council_is_not_the_council_of_the_united_nations() -> None:
    page = grounded("Iran's Supreme National Security Council spoke. The UN Security Council met.")
    assert parties(page, "Iran's Supreme National Security Council") == ["Supreme National Security Council of Iran"]
    assert parties(page, "UN Security Council") == ["UN Security Council"]


def test_an_organisation_of_the_text_is_of_the_state_in_its_name() -> None:
    page = grounded("The Bureau for Reintegration Policies of the Republic of Moldova said so.")
    assert principal(page, "Bureau for Reintegration Policies of the Republic of Moldova") == "Moldova"
    page = grounded("Ukraine's Center for Countering Disinformation said so.")
    assert principal(page, "Center for Countering Disinformation") == "Ukraine"
    page = grounded("The Union of Journalists of Moldova protested.")
    assert principal(page, "Union of Journalists of Moldova") is None


def test_a_surname_of_several_is_the_one_mentioned_last() -> None:
    page = grounded(
        "Kim Jong-un inspected troops. Kim Yo-jong warned the South. Kim's statement was carried by state media."
    )
    assert parties(page, "Kim") == parties(page, "Kim Yo-jong")


def test_who_keeps_the_peace_is_no_party_to_the_war() -> None:
    page = grounded("The IDF fired on UNIFIL peacekeepers. The peacekeepers asked the IDF to stop.")
    assert parties(page, "The peacekeepers") == ["UNIFIL"]


def test_a_mission_is_the_one_whose_name_says_so() -> None:
    page = grounded("MONUSCO kept to its base in the east. A hospital told the agency so. The mission saw clashes.")
    assert parties(page, "The mission") == ["MONUSCO"]


def test_a_name_in_a_byline_is_nobody_spoken_of() -> None:
    text = "Houthis claim attack\n\nBy Jana Roe and Yomna Doe\n\nYemen's Houthis said they had attacked a ship."
    page = laid_out(text)
    assert parties(page, "they") == ["Houthis"]


def test_a_minister_without_a_state_is_of_the_side_that_speaks() -> None:
    page = grounded(
        "Thailand and Cambodia exchanged fire. The Thai army said a Cambodian drone had flown over its posts. "
        "Public Health Minister Somsak Roe accused Cambodia of a crime."
    )
    assert principal(page, "Somsak Roe") == "Thailand"


def test_a_party_s_name_is_not_the_opposition_before_it() -> None:
    page = grounded("Georgia voted. The opposition United National Movement protested. The party denied fraud.")
    assert parties(page, "United National Movement") == ["United National Movement"]
    assert parties(page, "The party") == ["United National Movement"]


def test_an_officer_of_an_unnamed_brigade_is_nobody_s_by_the_next_state() -> None:
    page = grounded("Men with Russian rifles stopped it. Colonel Mahmoud Roe, the brigade's commander, denied it.")
    assert principal(page, "Mahmoud Roe") is None


def test_a_known_name_with_its_short_form_and_a_noun_is_known() -> None:
    page = grounded("The United Kingdom Maritime Trade Operations (UKMTO) agency said so.")
    assert principal(page, "United Kingdom Maritime Trade Operations") == "United Kingdom"
