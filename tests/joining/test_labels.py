from standoff.joining.labels import days, label, main_type
from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from tests.newsroom import CHAD, SUDAN, TINE, USA, day, report, tell


def test_days_read_as_a_person_would_write_them() -> None:
    assert days(day("2021-05-12")) == "12 May 2021"
    assert days(Interval("2021-05-12", "2021-05-13", "text")) == "12 to 13 May 2021"
    assert days(Interval("2021-05-30", "2021-06-02", "text")) == "30 May to 2 June 2021"
    assert days(Interval("2020-01-01", "2020-12-31", "text")) == "2020"
    assert days(Interval(None, None, "unknown")) == ""
    assert days(Interval("2021-05-12", None, "text")) == "since 12 May 2021"
    assert days(Interval("2021-05-01", "2021-05-31", "text")) == "May 2021"
    assert days(Interval("1990-01-01", "2021-05-14", "text")) == "1990 to 2021"
    assert days(Interval("2021-04-30", "2021-05-14", "inferred:published")) == "by 14 May 2021"


def test_what_only_a_party_says_is_called_alleged(laid, codebook) -> None:
    desk = report("a", "Sudan said Chad crossed the line.")
    said = desk.say("Sudan", "Chad crossed the line", "said", SUDAN, principal=SUDAN)
    tell(desk, "crossed", "incursion", CHAD, SUDAN, statement=said)
    found = list(laid(desk).values())
    assert label(found, ((CHAD,), (SUDAN,)), (TINE,), day("2023-06-14"), codebook) == (
        "Alleged border crossing by Chad into the territory of Sudan at Tine, 14 June 2023"
    )


def test_a_call_is_between_its_parties(laid, codebook) -> None:
    desk = report("a", "They spoke by phone.")
    tell(desk, "spoke", "phone_call", SUDAN, USA)
    found = list(laid(desk).values())
    assert label(found, ((SUDAN, USA), ()), (), day("2023-06-14"), codebook) == (
        "Phone call between Sudan and the United States, 14 June 2023"
    )


def test_a_deed_names_an_incident_before_its_toll_and_its_judgement(laid) -> None:
    desk = report("a", "shelled killed provocation")
    tell(desk, "shelled", "shelling", CHAD, SUDAN)
    tell(desk, "killed", "killing", None, SUDAN)
    tell(desk, "provocation", "provocation", CHAD)
    assert main_type(list(laid(desk).values())) == "shelling"


def test_all_who_clash_stand_together_and_names_take_their_article(laid, codebook) -> None:
    desk = report("a", "Troops clashed.")
    tell(desk, "clashed", "clash", SUDAN, CHAD)
    found = list(laid(desk).values())
    border = PlaceRef(None, "Chad-Sudan border", None, None, None, None)
    assert label(found, ((SUDAN, CHAD), (CHAD,)), (border,), day("2023-06-14"), codebook) == (
        "Clash between Sudan and Chad at the Chad-Sudan border, 14 June 2023"
    )


def test_what_was_only_tried_is_no_plain_fact(laid, codebook) -> None:
    desk = report("a", "Guards tried to take the hill.")
    tell(desk, "take", "territory_taken", CHAD, factuality="possible+")
    found = list(laid(desk).values())
    assert label(found, ((CHAD,), ()), (), day("2023-06-14"), codebook).startswith(
        "Alleged capture of territory by Chad"
    )


def test_people_are_killed_not_parties(laid, codebook) -> None:
    desk = report("a", "Two were killed.")
    tell(desk, "killed", "killing", CHAD, SUDAN)
    found = list(laid(desk).values())
    person = PartyRef(None, "Ali Nur", None, "person")
    assert label(found, ((CHAD,), (SUDAN,)), (), day("2023-06-14"), codebook) == (
        "Killing of people from Sudan by Chad, 14 June 2023"
    )
    assert label(found, ((), (person,)), (), day("2023-06-14"), codebook) == "Killing of Ali Nur, 14 June 2023"


def test_something_happens_in_a_wide_place_and_at_a_spot_or_border(laid, codebook) -> None:
    desk = report("a", "Shells fell.")
    tell(desk, "fell", "shelling", CHAD)
    found = list(laid(desk).values())
    region, border = (PlaceRef(None, name, 13.0, 22.0, 120.0) for name in ("Darfur", "Chad-Sudan border"))
    assert label(found, ((), ()), (region,), day("2023-06-14"), codebook) == "Shelling in Darfur, 14 June 2023"
    assert label(found, ((), ()), (border,), day("2023-06-14"), codebook).startswith(
        "Shelling at the Chad-Sudan border"
    )


def _named(laid, codebook, type_: str, sides, places=(), **more) -> str:
    """Return the name of a happening of one mention, without its day."""
    desk = report("a", "It happened.")
    tell(desk, "happened", type_, CHAD, SUDAN, **more)
    return label(list(laid(desk).values()), sides, places, day("2023-06-14"), codebook).removesuffix(", 14 June 2023")


def test_what_was_done_stands_close_to_those_it_was_done_to(laid, codebook) -> None:
    sides = ((CHAD,), (SUDAN,))
    assert _named(laid, codebook, "occupation", sides) == "Occupation of land of Sudan by Chad"
    assert _named(laid, codebook, "shootdown", sides) == "Shooting down of aircraft of Sudan by Chad"
    assert _named(laid, codebook, "airspace_violation", sides) == "Violation of airspace by Chad over Sudan"
    assert _named(laid, codebook, "expulsion", sides) == "Expulsion of diplomats of Sudan by Chad"
    assert _named(laid, codebook, "attack_repelled", sides) == "Repulse of an attack from Sudan by Chad"
    assert _named(laid, codebook, "information_sharing", sides) == "Information sharing by Chad with Sudan"


def test_each_side_said_to_act_on_the_other_is_named_once(laid, codebook) -> None:
    both = (CHAD, SUDAN)
    assert _named(laid, codebook, "shelling", (both, both)) == "Shelling involving Chad and Sudan"
    assert _named(laid, codebook, "ceasefire", ((CHAD,), ())) == "Ceasefire involving Chad"
    assert _named(laid, codebook, "hosting", (both, ())) == "Hosted meeting involving Chad and Sudan"


def test_a_person_is_not_named_beside_his_own_state(laid, codebook) -> None:
    pilot = PartyRef(None, "Ali Nur", SUDAN.state, "person")
    assert _named(laid, codebook, "attack", ((CHAD,), (SUDAN, pilot))) == "Attack by Chad against Sudan"
    stranger = PartyRef(None, "Ali Nur", None, "person")
    assert _named(laid, codebook, "attack", ((CHAD,), (SUDAN, stranger))) == "Attack by Chad against Sudan"
    assert _named(laid, codebook, "attack", ((CHAD,), (stranger,))) == "Attack by Chad against Ali Nur"


def test_what_somebody_denies_is_alleged_whatever_it_is(laid, codebook) -> None:
    sides = ((CHAD, SUDAN), ())
    assert _named(laid, codebook, "meeting", sides) == "Meeting between Chad and Sudan"
    assert _named(laid, codebook, "meeting", sides, factuality="certain-") == "Alleged meeting between Chad and Sudan"


def test_a_distance_from_a_town_needs_no_further_preposition(laid, codebook) -> None:
    off = PlaceRef(None, "50 miles off Tine", 15.0, 22.8, 10.0, "TCD")
    assert _named(laid, codebook, "attack", ((), ()), (off,)) == "Attack 50 miles off Tine"


def test_a_border_of_those_who_took_part_gives_way_to_a_place_that_tells_more(laid, codebook) -> None:
    border = PlaceRef(None, "Chad-Sudan border", 13.0, 22.0, 400.0, None)
    sides = ((CHAD,), (SUDAN,))
    assert _named(laid, codebook, "shelling", sides, (border, TINE)) == "Shelling by Chad against Sudan at Tine"
    assert _named(laid, codebook, "shelling", sides, (border,)).endswith("at the Chad-Sudan border")
