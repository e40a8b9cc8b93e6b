from __future__ import annotations

import pytest

from tests.coding.conftest import Coder
from tests.coding.said import at


def test_a_day_becomes_the_interval_of_what_happened(coded: Coder) -> None:
    event = at(coded("Syrian troops shelled Idlib on Wednesday.", "2021-05-14"), "shelled")
    assert event.happened is not None
    assert (event.happened.earliest, event.happened.latest) == ("2021-05-12", "2021-05-12")


@pytest.mark.parametrize("told", ["took place", "occurred", "happened"])
def test_a_day_on_which_something_took_place_is_its_day(coded: Coder, told: str) -> None:
    clash = at(coded(f"The clash {told} on Wednesday near Tine.", "2021-05-14"), "clash").happened
    assert clash is not None
    assert (clash.earliest, clash.latest) == ("2021-05-12", "2021-05-12")


def test_the_day_of_saying_is_not_the_day_of_happening(coded: Coder) -> None:
    events = coded("Kenya said on Friday that rebels attacked the base on Tuesday.", "2021-05-14")
    attacked = at(events, "attacked").happened
    assert attacked is not None
    assert attacked.earliest == "2021-05-11"


def test_when_it_happened_rests_on_the_words_that_say_so(coded: Coder) -> None:
    words = at(coded("Syrian troops shelled Idlib on Wednesday.", "2021-05-14"), "shelled").happened_span
    assert words is not None
    assert words.quote == "Wednesday"


def test_a_place_is_where_it_happened(coded: Coder) -> None:
    event = at(coded("Gunmen killed six farmers in Maiduguri."), "killed")
    assert event.place is not None
    assert event.place.name == "Maiduguri"
    assert event.place.country == "NGA"


def test_a_count_goes_to_its_own_event(coded: Coder) -> None:
    events = coded("The army killed 12 rebels and captured 30.")
    killed = [a.value for a in at(events, "killed").arguments if a.role == "quantity"]
    assert [value["low"] for value in killed if value] == [12]


def test_coordinated_events_share_a_day(coded: Coder) -> None:
    events = coded("On Wednesday rebels stormed the barracks and freed 40 prisoners.", "2021-05-14")
    freed = at(events, "freed").happened
    assert freed is not None
    assert freed.earliest == "2021-05-12"


def test_no_place_is_no_place(coded: Coder) -> None:
    assert at(coded("Rebels ambushed a patrol."), "ambushed").place is None


def test_a_place_gone_into_is_where_the_only_deed_of_a_sentence_happened(coded: Coder) -> None:
    text = "Mali's president told France about the infiltration of 40 soldiers five miles into the Kidal region."
    place = at(coded(text), "infiltration").place
    assert place is not None
    assert place.country == "MLI"


def test_where_somebody_spoke_is_not_where_it_happened(coded: Coder) -> None:
    assert at(coded("In Nairobi, the ministry said that rebels ambushed a patrol."), "ambushed").place is None


def test_a_day_before_the_speaker_belongs_to_what_is_told(coded: Coder) -> None:
    events = coded(
        "Insurgents shelled the centre of Taiz, the capital of the province, on Sunday, residents said.", "2025-02-16"
    )
    shelled = at(events, "shelled").happened
    assert shelled is not None
    assert shelled.earliest == "2025-02-16"


def test_a_day_after_the_speaker_stays_with_the_saying(coded: Coder) -> None:
    event = at(coded("Rebels shelled the port of Aden, residents said on Sunday.", "2025-02-16"), "shelled")
    assert event.happened is None or event.happened.basis != "text"


def test_the_date_of_an_agreement_is_not_that_of_its_breach(coded: Coder) -> None:
    events = coded("Sudan accused Chad of violating the border agreement of March 2023.", "2025-02-16")
    violating = at(events, "violating").happened
    assert violating is None or violating.basis != "text"


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The death toll rose to 45, officials said.", 45),
        ("The rebels put the number of dead at 17.", 17),
        ("The death toll from the landslide reached 88.", 88),
        ("The number of wounded climbed to 300.", 300),
        ("Fatalities: 12.", 12),
    ],
)
def test_a_figure_that_a_verb_gives_belongs_to_the_toll(coded: Coder, text: str, low: int) -> None:
    figures = [a.value["low"] for event in coded(text) for a in event.arguments if a.role == "quantity" and a.value]
    assert figures == [low]


def test_the_age_of_a_victim_is_no_toll(coded: Coder) -> None:
    figures = [a for event in coded("The victim was 25, police said.") for a in event.arguments if a.role == "quantity"]
    assert figures == []


def test_how_far_from_a_town_is_where_and_no_distance_covered(coded: Coder) -> None:
    struck = at(coded("Jets bombed a convoy 40 kilometres south of Menaka."), "bombed")
    assert struck.place is not None
    assert [a.span.quote for a in struck.arguments if a.role == "quantity"] == []
    moved = at(coded("Jordanian troops advanced 3 kilometres into Syria."), "advanced")
    assert [a.span.quote for a in moved.arguments if a.role == "quantity"] == ["3 kilometres"]


def test_a_year_in_the_name_of_a_paper_dates_no_deed(coded: Coder) -> None:
    told = coded("Rebels violated the 2003 ceasefire understanding by opening fire on Friday.", "2024-05-14")
    for word in ("violated", "opening"):
        happened = next(e for e in told if e.trigger.quote.startswith(word)).happened
        assert happened is not None
        assert happened.earliest == "2024-05-10"


def test_a_time_that_a_parser_takes_for_the_verb_dates_the_deed(coded: Coder) -> None:
    happened = at(
        coded("On May 20 at around 10 am a group of soldiers crossed the river.", "2021-05-22"), "crossed"
    ).happened
    assert happened is not None
    assert happened.earliest == "2021-05-20T10:00"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Militants raided a village in northern Mozambique's Cabo Delgado province.", "raided", "Cabo Delgado"),
        ("A ship was hit in the Red Sea, 25 miles west of Mokha.", "hit", "25 miles west of Mocha"),
        ("Rebels shelled Khartoum from positions in Omdurman.", "shelled", "Khartoum"),
    ],
)
def test_it_happened_in_the_narrowest_place_told(coded: Coder, text: str, word: str, place: str) -> None:
    found = next(e for e in coded(text) if word in e.trigger.quote).place
    assert found is not None
    assert found.name == place


def test_places_told_side_by_side_are_both_meant(coded: Coder) -> None:
    events = coded("Israeli troops arrested 40 men in the West Bank and East Jerusalem on Friday.")
    found = at(events, "arrested").place
    assert found is not None
    assert found.name == "West Bank"


def test_a_telephone_call_is_held_at_no_place(coded: Coder) -> None:
    events = coded("Lavrov called his counterparts in Armenia and Azerbaijan by phone on Monday.")
    assert all(e.place is None for e in events if e.plover.mode == "phone")


def test_a_time_between_two_happenings_is_the_length_of_neither(coded: Coder) -> None:
    event = at(coded("The raid came two weeks after gunmen killed a guard."), "killed")
    assert not [a for a in event.arguments if a.role == "quantity" and a.value and a.value["kind"] == "duration"]
